// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { BlockContext, WriteEvent } from '../../ui/block-element.ts';
import { type Evidence, PART } from './activity.ts';
import { EvidenceItem } from './element.ts';

const block: Evidence = {
  type: 'evidence',
  id: 'outil',
  number: 4,
  scormId: 'M1_E01_outil_4',
  competencies: ['PE-M1.a'],
  title: 'Un outil',
  prompt: '<p>Déposez un outil.</p>',
  criteria: [
    { number: 1, html: 'Il est de moi.' },
    { number: 3, html: 'Il est anonyme.' },
  ],
  required: true,
  parts: [],
};

let parts: Record<number, string>;
let element: EvidenceItem;

/** What the player gives, with the texts as they now stand. */
const give = () => {
  element.context = {
    module: { texts: { 4: { at: Date.UTC(2026, 10, 22), parts } } },
    saving: { kind: 'idle' },
    visibility: 'lms',
    readOnly: false,
    conflict: () => undefined,
    course: {
      outline: { competencies: [{ id: 'PE-M1.a', number: 1, title: 'Identifier', indicators: [] }] },
      learner: 'Dupuis, Maëlys',
    },
  } as unknown as BlockContext;
};

beforeEach(async () => {
  vi.restoreAllMocks();
  parts = {};
  document.body.replaceChildren();
  element = new EvidenceItem();
  element.block = block;
  element.addEventListener('text-written', (event) => {
    const { part, text } = event as WriteEvent;
    parts = { ...parts, [part]: text };
  });
  give();
  document.body.append(element);
  await element.updateComplete;
});

const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
const button = (name: string) =>
  [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)!;
async function press(name: string) {
  button(name).click();
  await element.updateComplete;
}
async function type(selector: string, value: string) {
  const field = element.querySelector<HTMLInputElement>(selector)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}
async function pick(kind: string) {
  element.querySelector<HTMLInputElement>(`[value="${kind}"]`)!.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}
async function submit() {
  element.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await element.updateComplete;
}

test('empty, it shows its criteria, and what may be deposited', () => {
  expect(text()).toContain('Il est anonyme.');
  expect(text()).toContain('Aucune preuve déposée.');
});

test('a text is written, deposited, changed and taken back', async () => {
  await press('Déposer une preuve');
  await submit();
  expect(text()).toContain('Choisissez ce que vous déposez');
  await pick('texte');
  await type('[name="title"]', 'Compte rendu');
  await submit();
  expect(text()).toContain('Écrivez ou collez votre texte.');
  await type('[name="content"]', 'Mardi, avec Lina.');
  // whole, and still open: the learner has not said it is done
  expect(element.querySelector('form')).not.toBeNull();
  element.querySelectorAll<HTMLInputElement>('[type="checkbox"]')[1]!.dispatchEvent(new Event('change'));
  await submit();
  expect(element.querySelector('form')).toBeNull();
  expect(parts).toMatchObject({ 1: 'texte', 2: 'Compte rendu', 3: 'Mardi, avec Lina.', 7: '3' });
  expect(text()).toContain('Identifier');
  expect(text()).toMatch(/Il est de moi\. Pas encore coché.*Il est anonyme\. Rempli, selon vous/);
  await press('Modifier');
  expect(element.querySelector<HTMLInputElement>('[name="title"]')!.value).toBe('Compte rendu');
  await submit();
  await press('Retirer');
  await press('La garder');
  expect(parts[PART.title]).toBe('Compte rendu');
  await press('Retirer');
  await press('Retirer cette preuve');
  expect(Object.values(parts).every((part) => part === '')).toBe(true);
  expect(text()).toContain('Aucune preuve déposée.');
});

test('what is typed stays while the record is not given again', async () => {
  await press('Déposer une preuve');
  await type('[name="title"]', 'C');
  expect(element.querySelector<HTMLInputElement>('[name="title"]')!.value).toBe('C');
  give();
  await element.updateComplete;
  expect(element.querySelector<HTMLInputElement>('[name="title"]')!.value).toBe('C');
});

test('another kind begins empty, and gives back what was there', async () => {
  await press('Déposer une preuve');
  await pick('texte');
  await type('[name="content"]', 'Mardi.');
  await pick('lien');
  expect(parts[PART.content]).toBe('');
  await type('[name="content"]', 'http://exemple.fr');
  await type('[name="title"]', 'Un lien');
  await submit();
  expect(text()).toContain('Cette adresse n’est pas utilisable');
  await pick('texte');
  expect(parts[PART.content]).toBe('Mardi.');
});

async function chooseFile(selector: string, content: string, name = 'grille.docx') {
  const field = element.querySelector<HTMLInputElement>(selector)!;
  const file = new File([content], name, { lastModified: new Date(2026, 10, 20).getTime() });
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
  await vi.waitFor(() => expect(text()).not.toContain('Calcul de l’empreinte…'));
  await element.updateComplete;
}

test('of a file only its name, its date and its hash are kept; it is recognised later', async () => {
  await press('Déposer une preuve');
  await pick('fichier');
  expect(text()).toContain('Le fichier reste chez vous\u00a0: seuls'.replace(/\s+/g, ' '));
  await type('[name="title"]', 'Grille');
  await chooseFile('[type="file"]', 'abc');
  expect(parts).toMatchObject({
    3: 'grille.docx',
    4: '2026-11-20',
    5: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
  expect(text()).toMatch(/ba78 16bf … 15ad/);
  await submit();
  await chooseFile('[type="file"]', 'abd');
  expect(text()).toContain('Ce n’est pas le même fichier');
  await chooseFile('[type="file"]', 'abc');
  expect(text()).toContain('C’est le même fichier');
});

test('names are checked in the title, the text and the reason, each given back its own', async () => {
  parts = { 1: 'texte', 2: 'Avec Lina', 3: 'Mardi, Lina pleure.', 6: 'J’ai aidé Karim.' };
  give();
  await element.updateComplete;
  await press('Vérifier les noms');
  const panel = await vi.waitFor(() => {
    const found = element.querySelector('anonymise-panel');
    expect(found?.querySelector('form')).toBeTruthy();
    return found as HTMLElement & { updateComplete: Promise<unknown> };
  });
  expect(panel.textContent).toContain('Lina');
  panel.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await panel.updateComplete;
  expect(parts).toMatchObject({ 2: 'Avec [prénom]', 3: 'Mardi, [prénom] pleure.', 6: 'J’ai aidé Karim.' });
  [...panel.querySelectorAll('button')].at(-1)!.click();
  await element.updateComplete;
  await panel.updateComplete;
  expect(parts[6]).toBe('J’ai aidé Karim.');
  expect(panel.textContent).toContain('Relisez tout de même');
});
