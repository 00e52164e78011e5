import { html } from 'hono/html';
import { writeNumber } from '../../model/french-number.ts';
import { whenWords } from '../../xapi/time-words.ts';
import { type Html, page } from '../pages/page.ts';
import { addressOf } from './filter.ts';
import type { Erased, Held } from './held.ts';

const counted = (count: number, one: string, several: string) =>
  `${writeNumber(count)}\u00a0${count < 2 ? one : several}`;

/** What there is, line by line, in words. */
const contents = ({ statements, documents, attempts, name }: Held) => [
  `${counted(statements, 'énoncé', 'énoncés')} du relevé\u00a0: ce que la personne a fait, et ce que l’on a dit de ses réponses\u202f;`,
  `${counted(documents, 'document', 'documents')} d’état ou de profil\u202f;`,
  `${counted(attempts, 'tentative', 'tentatives')}, avec l’avancement et les textes gardés pour reprendre\u202f;`,
  name === undefined
    ? 'son identifiant\u202f: le campus ne connaît pas son nom.'
    : `son nom, «\u00a0${name}\u00a0», dans la liste des apprenants.`,
];

/** All the data of one person: what there is, a copy of it, and the way to erase it. */
export function learnerPage(held: Held, name: string): Html {
  const { agent } = held;
  return page({
    title: `Données de ${name}`,
    current: 'statements',
    body: html`
      <p><a href="${addressOf('/releve', { learner: agent })}">← Son relevé</a></p>
      <section class="card bloc">
        <h2>Ce que le campus détient</h2>
        ${list(held)}
        <p class="hint">Son journal privé n’est pas dans le relevé. Il ne se trouve que dans ce que ses tentatives gardent pour reprendre.</p>
      </section>
      <section class="card bloc">
        <h2>En donner une copie</h2>
        <p>Un fichier JSON contient tous ses énoncés et documents, pour répondre à une demande d’accès. Le détail de chaque tentative s’exporte depuis <a href="/tentatives">Tentatives</a>.</p>
        <p><a class="btn btn--s" href="${addressOf('/releve/apprenant.json', { learner: agent })}">Télécharger ses données (JSON)</a></p>
      </section>
      <section class="card bloc">
        <h2>Tout effacer</h2>
        <p>L’effacement est définitif. Une page vous dira d’abord ce qui disparaîtra.</p>
        <p><a class="btn btn--s" href="${addressOf('/releve/effacer', { learner: agent })}">Effacer ses données…</a></p>
      </section>`,
  });
}

const list = (held: Held) => html`<ul class="contents">${contents(held).map((line) => html`<li>${line}</li>`)}</ul>`;

/** Says what will go before it goes. `unconfirmed`: the box was left empty. */
export function erasePage(held: Held, name: string, unconfirmed = false): Html {
  return page({
    title: `Effacer les données de ${name}\u202f?`,
    current: 'statements',
    body: html`
      <section class="card bloc">
        <h2>Ce qui disparaîtra</h2>
        ${list(held)}
        <p>Personne ne pourra les retrouver, pas même dans ce fichier. Si vous devez en garder une copie, <a href="${addressOf('/releve/apprenant.json', { learner: held.agent })}">téléchargez-la d’abord (JSON)</a>.</p>
        <p>Ce que d’autres ont écrit à son sujet dans leurs propres réponses reste en place\u202f; vos sauvegardes aussi.</p>
        <form class="stack" method="post" action="/releve/effacer">
          <input type="hidden" name="apprenant" value="${held.agent}">
          ${unconfirmed ? html`<p class="err" id="sans-accord" role="alert">Cochez la case pour confirmer\u00a0: rien n’a été effacé.</p>` : ''}
          <label class="confirm"><input type="checkbox" name="confirme" value="oui" required${unconfirmed ? html` aria-describedby="sans-accord"` : ''}> Je confirme l’effacement définitif de ces données.</label>
          <p class="row"><button class="btn btn--p btn--danger">Effacer définitivement</button>
            <a class="btn btn--q" href="${addressOf('/releve/apprenant', { learner: held.agent })}">Annuler</a></p>
        </form>
      </section>`,
  });
}

/** After it: what was erased, and a certificate that names nobody, to keep. */
export function erasedPage(erased: Erased): Html {
  const certificate = Buffer.from(JSON.stringify(erased, undefined, 2)).toString('base64');
  return page({
    title: 'Données effacées',
    current: 'statements',
    body: html`
      <section class="card bloc">
        <h2>Certificat d’effacement</h2>
        <dl class="facts">
          <dt>Date</dt><dd>${whenWords(erased.erasedAt)}</dd>
          <dt>Énoncés</dt><dd>${writeNumber(erased.statements)}</dd>
          <dt>Documents</dt><dd>${writeNumber(erased.documents)}</dd>
          <dt>Pièces jointes</dt><dd>${writeNumber(erased.attachments)}</dd>
          <dt>Clés d’accès</dt><dd>${writeNumber(erased.keys)}</dd>
          <dt>Tentatives</dt><dd>${writeNumber(erased.attempts)}</dd>
          <dt>Empreinte de l’identifiant</dt><dd><code>${erased.actor}</code></dd>
          <dt>Empreinte de la liste des énoncés</dt><dd><code>${erased.statementIds}</code></dd>
        </dl>
        <p>Le certificat ne nomme personne. Gardez-le comme preuve de l’effacement\u00a0: cette page ne pourra pas être rouverte.</p>
        <p class="row"><a class="btn btn--p" download="certificat-effacement.json" href="data:application/json;base64,${certificate}">Télécharger le certificat (JSON)</a>
          <a class="btn btn--q" href="/releve">Revenir au relevé</a></p>
      </section>`,
  });
}
