import type { StoredAttempt } from '../lms/attempt.ts';
import { FAULTS, type Fault } from '../lms/fault.ts';
import { StandIn } from '../lms/stand-in.ts';
import type { PackageInfo } from '../package-file.ts';
import { attemptStore } from './attempt-store.ts';
import { bindWidths, courseFrame, press, toggle } from './course-frame.ts';
import { showKept } from './kept.ts';
import { callLog } from './log.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { attemptKey, bindSettings, readSettings } from './settings.ts';
import { FAULT_LABELS } from './wording.ts';

declare global {
  interface Window {
    /** Where a SCO looks for its LMS; absent without one. */
    API?: StandIn['api'];
    /** The LMS of the attempt that is open, for tests; absent without one. */
    standIn?: StandIn;
  }
}

const part = (id: string) => document.getElementById(id) as HTMLElement;
const settings = readSettings(location.search);
const store = attemptStore(attemptKey(settings));
const log = callLog(part('log'));
const stage = part('stage');
const course = courseFrame(stage);
const notice = (text: string) => {
  part('notice').textContent = text;
};

bindSettings(part('settings') as HTMLFormElement, settings);
bindWidths(part('widths'), stage);
const wide = matchMedia('(min-width: 56rem)');
const unfold = () => {
  // folded on a phone, and for an author: the course comes first
  (part('controls') as HTMLDetailsElement).open = wide.matches && !document.body.classList.contains('authoring');
};
wide.addEventListener('change', unfold);
unfold();
void start();

async function start() {
  const response = await fetch(`/packages/${encodeURIComponent(settings.zip)}`);
  if (!response.ok) {
    notice(`Le paquet « ${settings.zip} » est introuvable ou illisible. Revenez à la liste des paquets.`);
    return;
  }
  const info: PackageInfo = await response.json();
  part('title').textContent = info.title;
  document.title = `${info.title} – Aperçu`;
  const address = `/content/${encodeURIComponent(info.name)}/${info.launch}`;
  if (settings.lms === 'none') withoutLms(address);
  else {
    const opened = withLms(address, info, await store.load());
    if (info.live) await offerAuthoring(opened);
  }
}

/** The page of `npm run author`: the same, and what an author needs beside it. */
async function offerAuthoring(opened: ReturnType<typeof withLms>) {
  const { author } = await import('./author/author.ts');
  document.body.classList.add('authoring');
  unfold();
  part('blocks-panel').hidden = false;
  author({ window: course.window, openAnew: opened.anew }, { issues: part('issues'), blocks: part('blocks') });
}

function withoutLms(address: string) {
  log.event('Sans LMS : le cours ne trouve pas d’API.');
  part('kept').textContent = 'Sans LMS, rien n’est transmis : le cours garde ce qu’il peut dans le navigateur.';
  part('faults').hidden = true;
  part('erase').hidden = true;
  bindAttempt(() => course.open(address), course.remove);
  course.open(address);
}

function withLms(address: string, info: PackageInfo, stored: Pick<StoredAttempt, 'elements'>) {
  const { learner, mode: launchMode, lms } = settings;
  const { masteryScore, launchData } = info;
  const profile = lms === 'strict' ? 'strict' : 'moodle';
  const first = {
    profile,
    scormStandard: lms === 'moodle-standard',
    launchMode,
    learner,
    masteryScore,
    launchData,
  } as const;
  let standIn = new StandIn({ ...first, stored });
  const draw = oncePerFrame(() => showKept(part('kept'), standIn.stored));
  const faults = bindFaults((fault) => {
    standIn.fault = fault;
    log.event(FAULT_LABELS[standIn.fault]);
    if (standIn.fault !== fault) notice('La session est perdue : seul « Rouvrir la tentative » en donne une autre.');
    return standIn.fault;
  });
  const open = (next: StandIn, fault: Fault = 'none', hash = '') => {
    if (next !== standIn) standIn.kill();
    standIn = next;
    standIn.fault = fault;
    standIn.onCall = log.call;
    standIn.onStore = (kept, changed) => {
      draw();
      try {
        if (standIn.unloading && store.saveLeaving(changed)) return;
        store.save(kept);
      } catch (error) {
        console.error(error);
        notice('Le serveur d’aperçu ne répond plus : la tentative ne tient plus que dans cette page.');
      }
    };
    window.API = standIn.api;
    window.standIn = standIn;
    faults.show(fault);
    draw();
    course.open(address + hash);
  };
  bindAttempt(
    () => open(standIn.relaunch()),
    () => {
      standIn.kill();
      course.remove();
    },
    (unloading) => {
      standIn.unloading = unloading;
    },
  );
  part('erase').addEventListener('click', async () => {
    standIn.kill();
    course.remove();
    await store.erase();
    log.event('Tentative effacée');
    notice('');
    open(new StandIn(first));
  });
  open(standIn, settings.fault);
  let newcomers = 0;
  return {
    /** At an address of the course, for someone whom neither the LMS nor this browser knows. */
    anew(hash: string) {
      standIn.kill();
      course.remove();
      newcomers += 1;
      log.event('Personne nouvelle');
      notice('');
      open(
        new StandIn({ ...first, learner: { ...learner, id: `${learner.id}.${Date.now()}.${newcomers}` } }),
        'none',
        hash,
      );
    },
  };
}

/** `unloading`: told when the page is hidden or left, as Moodle notices it. */
function bindAttempt(reopen: () => void, kill: () => void, unloading: (now: boolean) => void = () => {}) {
  const leave = async () => {
    unloading(true);
    await course.leave();
  };
  part('kill').addEventListener('click', () => {
    kill();
    log.event('Page tuée');
    notice('La page du cours est morte sans prévenir. « Rouvrir la tentative » la relance.');
  });
  part('leave').addEventListener('click', async () => {
    await leave();
    log.event('Activité quittée');
    notice('L’activité est quittée. « Rouvrir la tentative » la relance.');
  });
  part('reopen').addEventListener('click', async () => {
    await leave();
    log.event('Tentative rouverte');
    notice('');
    reopen();
  });
  addEventListener('beforeunload', () => unloading(true));
  addEventListener('pagehide', () => unloading(true));
  addEventListener('pageshow', () => unloading(false));
  document.addEventListener('visibilitychange', () => unloading(document.visibilityState === 'hidden'));
}

/** `set` gives back the fault that really holds. */
function bindFaults(set: (fault: Fault) => Fault) {
  const buttons = new Map(FAULTS.map((fault) => [fault, toggle(FAULT_LABELS[fault], fault === 'none')]));
  const show = (held: Fault) => {
    for (const [fault, button] of buttons) press(button, fault === held);
  };
  for (const [fault, button] of buttons) button.addEventListener('click', () => show(set(fault)));
  const ordered = Object.keys(FAULT_LABELS) as Fault[];
  part('faults').append(...ordered.map((fault) => buttons.get(fault) as HTMLButtonElement));
  return { show };
}
