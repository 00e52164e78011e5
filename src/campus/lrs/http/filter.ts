import { malformed } from '../refusal.ts';
import type { Filter } from '../select.ts';
import {
  agentParameter,
  booleanParameter,
  iriParameter,
  onlyParameters,
  timeParameter,
  uuidParameter,
} from './parameters.ts';
import type { LrsRequest } from './request.ts';

/** Statements a page, at most and when nothing is asked. */
const LONGEST_PAGE = 500;
const USUAL_PAGE = 100;
/** The same with the contents of their attachments, each of which may be as long as a request. */
const LONGEST_WITH_ATTACHMENTS = 20;

const FILTERS = [
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'format',
  'attachments',
  'ascending',
];

/** The filter that the parameters of a GET ask for. `after` comes from a cursor alone. */
export function filterOf(request: LrsRequest): Filter {
  onlyParameters(request, request.parameters.has('after') ? [...FILTERS, 'after'] : FILTERS);
  const [agent, activity, verb] = [
    agentParameter(request)?.name,
    iriParameter(request, 'activity'),
    iriParameter(request, 'verb'),
  ];
  const [registration, since, until] = [
    uuidParameter(request, 'registration'),
    timeParameter(request, 'since'),
    timeParameter(request, 'until'),
  ];
  const after = request.parameters.get('after');
  return {
    ...(agent !== undefined && { agent }),
    ...(activity !== undefined && { activity }),
    ...(verb !== undefined && { verb }),
    ...(registration !== undefined && { registration }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(after !== undefined && { after: Number(after) }),
    relatedAgents: booleanParameter(request, 'related_agents'),
    relatedActivities: booleanParameter(request, 'related_activities'),
    ascending: booleanParameter(request, 'ascending'),
    limit: Math.min(
      limitOf(request.parameters.get('limit')),
      booleanParameter(request, 'attachments') ? LONGEST_WITH_ATTACHMENTS : LONGEST_PAGE,
    ),
  };
}

/** 0 asks for as many as there may be (xAPI Communication 2.1.3). */
function limitOf(text: string | undefined): number {
  if (text === undefined) return USUAL_PAGE;
  if (!/^\d{1,15}$/.test(text))
    throw malformed('The parameter "limit" must be a whole number, 0 or more', 'xAPI Communication 2.1.3');
  return Math.min(Number(text) || LONGEST_PAGE, LONGEST_PAGE);
}

/** The question of an earlier page, to be continued. Throws a Refusal 400 when the cursor was not made here. */
export function cursorOf(request: LrsRequest, cursor: string): LrsRequest {
  const [, after, question] = /^(\d{1,15})\?(.*)$/s.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (after === undefined || question === undefined)
    throw malformed('This "more" address was not given by this record store', 'xAPI Communication 2.1.3');
  return { ...request, parameters: new Map([...new URLSearchParams(question), ['after', after]]) };
}
