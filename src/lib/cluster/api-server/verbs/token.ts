import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { invalid, notFound } from '#lib/kubernetes/status.ts';
import { causeOf, type FieldError, invalidError } from '#lib/kubernetes/validation/field-error.ts';
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
 * Models pkg/registry/core/serviceaccount/storage/token.go TokenREST.Create, pkg/serviceaccount/claims.go Claims and
 * pkg/apis/authentication/validation ValidateTokenRequest.
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
	const wrong = wrongDuration(seconds);
	if (wrong !== undefined) {
		const kind = { group: 'authentication.k8s.io', kind: 'TokenRequest' };
		return { code: 422, body: invalid(kind, '', [causeOf(wrong)]) };
	}
	const { namespace = '', name = '', uid } = account.metadata;
	const user = `system:serviceaccount:${namespace}:${name}`;
	const now = Math.floor(wallMs / 1000);
	const bound = spec?.boundObjectRef;
	const audiences = spec?.audiences?.length ? spec.audiences : [issuer];
	const kid = random.hex(36);
	const signature = random.hex(120) + random.hex(60);
	const jti = asUuid(signature);
	const token = [
		{ alg: 'RS256', kid },
		{
			aud: audiences,
			exp: now + seconds,
			iat: now,
			iss: issuer,
			jti,
			'kubernetes.io': {
				namespace,
				...(bound && { [bound.kind.toLowerCase()]: { name: bound.name } }),
				serviceaccount: { name, uid }
			},
			nbf: now,
			sub: user
		},
		signature
	]
		.map(encoded)
		.join('.');
	tokens.set(token, {
		name: user,
		groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
		uid,
		extra: { 'authentication.kubernetes.io/credential-id': [`JTI=${jti}`] }
	});
	return {
		code: 201,
		body: {
			kind: 'TokenRequest',
			apiVersion: 'authentication.k8s.io/v1',
			metadata: { name: route.name!, namespace: route.namespace },
			spec: { ...spec, audiences, expirationSeconds: seconds },
			status: {
				token,
				expirationTimestamp: new Date(wallMs + seconds * 1000).toISOString().slice(0, 19) + 'Z'
			}
		}
	};
}

function wrongDuration(seconds: number): FieldError | undefined {
	const bound =
		seconds < 600 ? 'less than 10 minutes' : seconds > 2 ** 32 ? 'larger than 2^32 seconds' : '';
	if (bound === '') return undefined;
	return invalidError('spec.expirationSeconds', seconds, `may not specify a duration ${bound}`);
}

/** The number of a token is drawn with its signature. */
function asUuid(digits: string): string {
	const [a, b, c, d, e] = [
		[0, 8],
		[8, 12],
		[13, 16],
		[17, 20],
		[20, 32]
	].map(([from, to]) => digits.slice(from, to));
	return `${a}-${b}-4${c}-a${d}-${e}`;
}

/** A part of a JSON Web Token (RFC 7515, base64url without padding). */
function encoded(part: unknown): string {
	const text = typeof part === 'string' ? part : JSON.stringify(part);
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
