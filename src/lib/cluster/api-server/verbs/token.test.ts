import { beforeEach, expect, it } from 'vitest';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { LoneServer } from '../testing/lone-server.ts';

let world: LoneServer;
beforeEach(() => {
	world = new LoneServer();
});

function tokenFor(spec: object): ApiResponse {
	return world.ask({
		method: 'POST',
		path: '/api/v1/namespaces/default/serviceaccounts/default/token',
		body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec }
	});
}

it.each([
	[599, 'less than 10 minutes'],
	[2 ** 32 + 1, 'larger than 2^32 seconds']
])('a token may not be good for %i s', (expirationSeconds, why) => {
	expect(tokenFor({ expirationSeconds })).toMatchObject({
		code: 422,
		body: {
			message: `TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: ${expirationSeconds}: may not specify a duration ${why}`
		}
	});
});

it('a token has a number, by which the server knows who shows it', () => {
	const { code, body } = tokenFor({ expirationSeconds: 600 });
	expect(code).toBe(201);
	const { token } = (body as unknown as { status: { token: string } }).status;
	const claims = JSON.parse(atob(token.split('.')[1]!)) as { jti: string };
	expect(claims.jti).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
	const review = world.ask(
		{
			method: 'POST',
			path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
			body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }
		},
		{ type: 'token', token }
	);
	expect(review.body).toMatchObject({
		status: {
			userInfo: {
				extra: { 'authentication.kubernetes.io/credential-id': [`JTI=${claims.jti}`] }
			}
		}
	});
});
