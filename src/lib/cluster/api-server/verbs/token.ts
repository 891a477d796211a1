import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { notFound } from '#lib/kubernetes/status.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

interface TokenRequest {
	readonly spec?: {
		readonly expirationSeconds?: number;
		readonly audiences?: readonly string[];
		readonly boundObjectRef?: { readonly kind: string; readonly name: string };
	};
}

/** Who signs tokens, and for whom they are when nobody is named. */
const issuer = 'https://kubernetes.default.svc.cluster.local';

/**
 * POST …/serviceaccounts/NAME/token: a bound token. Nothing is stored, as a token is signed and not kept; the server remembers
 * whom it has signed one for, which is how it knows its own signature.
 *
 * Models pkg/registry/core/serviceaccount/storage/token.go TokenREST.Create and pkg/serviceaccount/claims.go Claims.
 */
export function createToken(context: RequestContext): ApiResponse {
	const { route, cache, random, tokens, wallMs, request } = context;
	const account = cache.get(storageKey('serviceaccounts', route.namespace, route.name!));
	if (account === null) {
		return {
			code: 404,
			body: notFound({ group: '', resource: 'serviceaccounts' }, route.name!)
		};
	}
	const { spec } = (request.body ?? {}) as TokenRequest;
	const seconds = spec?.expirationSeconds ?? 3600;
	const { namespace = '', name = '', uid } = account.metadata;
	const user = `system:serviceaccount:${namespace}:${name}`;
	const now = Math.floor(wallMs / 1000);
	const bound = spec?.boundObjectRef;
	const token = [
		{ alg: 'RS256', kid: random.hex(36) },
		{
			aud: spec?.audiences ?? [issuer],
			exp: now + seconds,
			iat: now,
			iss: issuer,
			'kubernetes.io': {
				namespace,
				...(bound && { [bound.kind.toLowerCase()]: { name: bound.name } }),
				serviceaccount: { name, uid }
			},
			nbf: now,
			sub: user
		},
		random.hex(120) + random.hex(60)
	]
		.map(encoded)
		.join('.');
	tokens.set(token, {
		name: user,
		groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
		uid
	});
	return {
		code: 201,
		body: {
			kind: 'TokenRequest',
			apiVersion: 'authentication.k8s.io/v1',
			metadata: { name: route.name!, namespace: route.namespace },
			spec: { ...spec, expirationSeconds: seconds },
			status: {
				token,
				expirationTimestamp: new Date(wallMs + seconds * 1000).toISOString().slice(0, 19) + 'Z'
			}
		}
	};
}

/** A part of a JSON Web Token (RFC 7515, base64url without padding). */
function encoded(part: unknown): string {
	const text = typeof part === 'string' ? part : JSON.stringify(part);
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
