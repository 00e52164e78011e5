import type { Interaction } from '../model/interaction.ts';
import { xapiPattern, xapiResponse } from '../xapi/interaction.ts';
import { cutToLength } from './scorm12-interaction.ts';

/** Characters that every LMS must keep of one text of a `fill-in`, and of a `long-fill-in` (SCORM 2004 4th RTE 4.2.9.1). */
const SHORT_TEXT = 250;
const LONG_TEXT = 4000;

/** `cmi.interactions.n.learner_response`: the forms of xAPI, texts cut to what every LMS keeps. */
export function scorm2004Response(interaction: Interaction): string {
  if (interaction.type === 'long-fill-in') return cutToLength(interaction.response, LONG_TEXT);
  if (interaction.type !== 'fill-in') return xapiResponse(interaction);
  return xapiResponse({ ...interaction, response: interaction.response.map((text) => cutToLength(text, SHORT_TEXT)) });
}

/** `cmi.interactions.n.correct_responses.m.pattern`, one per way to be right; numeric ranges always have two bounds. */
export function scorm2004Patterns(interaction: Interaction): string[] {
  const patterns = xapiPattern(interaction) ?? [];
  return interaction.type === 'numeric'
    ? patterns.map((pattern) => (pattern.includes('[:]') ? pattern : `${pattern}[:]${pattern}`))
    : patterns;
}
