import { html } from 'hono/html';
import type { Learner } from '../learners.ts';
import { barePage, type Html } from '../pages/page.ts';
import type { Session } from './sessions.ts';

export interface SessionPage {
  session: Session;
  title: string;
  learner: Learner;
  /** Absent when the session is over. */
  address?: string;
  /** The course asks for a window of its own, or stands elsewhere. */
  ownWindow: boolean;
}

export const courseAddress = ({ package: name, learner }: Session) =>
  `/suivre/${encodeURIComponent(name)}/${encodeURIComponent(learner)}`;

/** The course in a frame, above it who follows it and the way out. No script: its address stands for the session. */
export function sessionPage({ session, title, learner, address, ownWindow }: SessionPage): Html {
  const traceless = session.mode === 'Normal' ? '' : session.mode === 'Browse' ? ', sans trace' : ', pour revoir';
  const frame = html`<iframe title="Cours" src="${address}" allowfullscreen></iframe>`;
  return barePage(
    title,
    html`<body class="launch">
    <header class="launch__bar">
      <h1>${title}</h1>
      <p class="muted s">suivi comme ${learner.name}${traceless}</p>
      <a class="btn btn--s" href="${courseAddress(session)}">Quitter</a>
    </header>
    <main>${address === undefined ? over(session) : ownWindow ? elsewhere(address) : frame}</main>
  </body>`,
  );
}

const over = (session: Session) =>
  html`<p class="launch__notice">Cette séance est close. Ce qui a été fait est gardé\u00a0: <a href="${courseAddress(session)}">rouvrez le module</a> pour continuer.</p>`;

const elsewhere = (address: string) =>
  html`<p class="launch__notice">Ce module demande une fenêtre à lui\u00a0: <a href="${address}">l’ouvrir dans celle-ci</a>.</p>`;

/** Where a course sends its window at the end. That window may be our frame: no menu in it, and links that leave it. */
export const endPage = (session: Session, title: string): Html =>
  barePage(
    'La séance est terminée',
    html`<body class="campus">
    <main class="wrap">
      <h1>La séance est terminée</h1>
      <p>${
        session.ended === 'terminated'
          ? html`Ce que vous avez fait dans <b>${title}</b> est enregistré.`
          : html`<b>${title}</b> n’a pas encore dit que tout est enregistré\u00a0: ce qui manque reste sur cet appareil et partira à la prochaine ouverture.`
      }</p>
      <p class="row">
        <a class="btn btn--p" href="${courseAddress(session)}" target="_top">Revenir au parcours</a>
        <a class="btn btn--s" href="/tentatives/${session.attempt}" target="_top">Voir la tentative</a>
      </p>
    </main>
  </body>`,
  );
