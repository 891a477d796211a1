import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { notFound } from '#lib/kubernetes/status.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

interface TokenRequest {
	readonly spec?: { readonly expirationSeconds?: number };
}

/**
 * POST …/serviceaccounts/NAME/token: a bound token. Nothing is stored: a token is signed, not kept.
 * Models pkg/registry/core/serviceaccount/storage/token.go TokenREST.Create.
 */
export function createToken(context: RequestContext): ApiResponse {
	const { route, cache, random, wallMs, request } = context;
	const account = cache.get(storageKey('serviceaccounts', route.namespace, route.name!));
	if (account === null) {
		return {
			code: 404,
			body: notFound({ group: '', resource: 'serviceaccounts' }, route.name!)
		};
	}
	const { spec } = (request.body ?? {}) as TokenRequest;
	const seconds = spec?.expirationSeconds ?? 3600;
	return {
		code: 201,
		body: {
			kind: 'TokenRequest',
			apiVersion: 'authentication.k8s.io/v1',
			metadata: { name: route.name!, namespace: route.namespace },
			spec: { ...spec, expirationSeconds: seconds },
			status: {
				token: `${random.hex(36)}.${random.hex(120)}.${random.hex(60)}`,
				expirationTimestamp: new Date(wallMs + seconds * 1000).toISOString().slice(0, 19) + 'Z'
			}
		}
	};
}
