import type { IncomingHttpHeaders } from 'node:http';
import type { Credential } from '#lib/cluster/api-server/authentication.ts';

/** What a request shows of who it is from: a bearer token, or nothing. */
export function credentialOf({ authorization }: IncomingHttpHeaders): Credential {
	const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
	return token === undefined ? { type: 'none' } : { type: 'token', token };
}

const healthPath = /^\/(healthz|livez|readyz)(\/|$)/;

/**
 * Whether a path is open to everyone. The server is set up as hardened clusters are: nobody is let in without credentials,
 * except to ask how it is (AuthenticationConfiguration `anonymous.conditions`).
 */
export function isOpenToAll(path: string): boolean {
	return healthPath.test(path);
}
