import type { Call } from '../lms/api.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { characters, errorMeaning } from './wording.ts';

const LONGEST_VALUE = 60;
const MOST_LINES = 500;

/** What the LMS hears, a line per call: the code LMSGetLastError would ask for already stands on the line it is about. */
export function callLog(element: HTMLElement) {
  const scroll = oncePerFrame(() => element.scrollTo(0, element.scrollHeight));
  const add = (text: string, kind: string) => {
    const line = document.createElement('p');
    line.className = kind;
    line.textContent = text;
    element.append(line);
    if (element.childElementCount > MOST_LINES) element.firstElementChild?.remove();
    scroll();
  };
  return {
    call(call: Call) {
      if (/^LMSGet(LastError|ErrorString|Diagnostic)$/.test(call.method)) return;
      add(lineOf(call), call.error || call.thrown ? 'refused' : call.method);
    },
    event: (text: string) => add(text, 'event'),
  };
}

export function lineOf({ method, args: [first, value], returned, error, thrown, waited }: Call): string {
  const subject =
    method === 'LMSSetValue'
      ? `${first} = ${shown(first, value)}`
      : method === 'LMSGetValue'
        ? `${first} → ${shown(first, returned)}`
        : `${method} → ${returned ?? ''}`;
  if (thrown) return `✗ ${method === 'LMSSetValue' ? subject : method} : exception ${thrown}`;
  const slowness = waited ? ` (après ${(waited / 1000).toLocaleString('fr-FR')} s)` : '';
  return error ? `✗ ${subject} : refusé, ${error}, ${errorMeaning(error)}` : subject + slowness;
}

function shown(element: unknown, value: unknown): string {
  const text = String(value);
  if (text.length > LONGEST_VALUE || (element === 'cmi.suspend_data' && text)) return `(${characters(text.length)})`;
  return text === '' ? '(vide)' : text.replaceAll('\n', '⏎');
}
