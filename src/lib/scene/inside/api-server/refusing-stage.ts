import type { StageName } from './stage-names.ts';

/**
 * The stage that refused: the machine's state, told apart by what the answer says where a state does more than one thing.
 *
 * @param state in which the request stood
 * @param code of the answer
 */
export function refusingStage(
	state: string,
	code: number,
	{ verb, message }: { readonly verb: string; readonly message: string }
): StageName {
	switch (state) {
		case 'authentication':
			return 'authenticate';
		case 'authorization':
			// What is allowed, but not served.
			return code === 403 ? 'authorize' : 'decode';
		case 'mutation':
			return refusedBeforeValidation(code, verb, message);
		case 'validation':
			return code === 422 ? 'validate' : 'admit';
		case 'storage':
			return code === 403 ? 'admit' : 'store';
		default:
			return 'store';
	}
}

function refusedBeforeValidation(code: number, verb: string, message: string): StageName {
	if (code === 409) return 'store';
	// A create has nothing to find: it is the namespace that is missing.
	if (code === 404) return verb === 'create' ? 'mutate' : 'store';
	if (code === 422) return 'validate';
	if (code !== 403) return 'decode';
	return message.includes('attempting to grant RBAC permissions') ? 'validate' : 'mutate';
}
