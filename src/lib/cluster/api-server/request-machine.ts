import { createMachine } from 'xstate';

/**
 * One request on its way through the API server. Each stage can refuse; nothing is written unless every stage let it pass.
 * A write that lost a race against another (its key has a newer revision) is tried again from `mutation`, as long as the
 * client did not ask for one exact version.
 *
 * Models k8s.io/apiserver/pkg/server/config.go DefaultBuildHandlerChain (authentication before authorization) and
 * pkg/endpoints/handlers/{create,update,patch,delete,get}.go (mutating admission, validation, storage).
 */
export const requestMachine = createMachine({
	id: 'api-request',
	initial: 'received',
	states: {
		received: { on: { BEGIN: 'authentication' } },
		authentication: {
			entry: 'authenticate',
			on: { AUTHENTICATED: 'authorization', REFUSED: 'refused' }
		},
		authorization: {
			entry: 'authorize',
			on: {
				ALLOWED_TO_READ: 'reading',
				ALLOWED_TO_WATCH: 'watching',
				ALLOWED_TO_WRITE: 'mutation',
				REFUSED: 'refused'
			}
		},
		mutation: { entry: 'mutate', on: { MUTATED: 'validation', REFUSED: 'refused' } },
		validation: { entry: 'validate', on: { VALID: 'storage', REFUSED: 'refused' } },
		storage: {
			entry: 'store',
			on: { STORED: 'responded', LOST_THE_RACE: 'mutation', REFUSED: 'refused' }
		},
		reading: { entry: 'read', on: { READ: 'responded', REFUSED: 'refused' } },
		watching: { entry: 'watch', on: { CLOSED: 'responded', REFUSED: 'refused' } },
		responded: { entry: 'respond', type: 'final' },
		refused: { entry: 'respond', type: 'final' }
	}
});
