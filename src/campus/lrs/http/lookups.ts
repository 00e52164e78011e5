import { activityOf } from '../activities.ts';
import { personOf } from '../agents.ts';
import { mayReadAll } from '../keys.ts';
import { agentParameter, iriParameter, onlyParameters, required } from './parameters.ts';
import type { Resource } from './resource.ts';

/** xAPI Communication 2.5. */
export const activities: Resource = {
  GET({ store, key, request }) {
    mayReadAll(key);
    onlyParameters(request, ['activityId']);
    return Response.json(activityOf(store, required(iriParameter(request, 'activityId'), 'activityId')));
  },
};

/** xAPI Communication 2.4. */
export const agents: Resource = {
  GET({ store, key, request }) {
    mayReadAll(key);
    onlyParameters(request, ['agent']);
    return Response.json(personOf(store, required(agentParameter(request), 'agent').agent));
  },
};

/** xAPI Communication 2.8. */
export const about = () => Response.json({ version: ['1.0.3'] });
