/** What a client shows: a client certificate's subject, a token, or nothing. */
export type Credential =
	| {
			readonly type: 'certificate';
			readonly commonName: string;
			readonly organizations: readonly string[];
			/** False: signed by someone whom the API server doesn't trust. */
			readonly trusted?: boolean;
	  }
	| { readonly type: 'token'; readonly token: string }
	| { readonly type: 'none' };

export interface User {
	readonly name: string;
	readonly groups: readonly string[];
	readonly uid?: string | undefined;
	readonly extra?: Readonly<Record<string, readonly string[]>>;
}

const anonymous: User = { name: 'system:anonymous', groups: ['system:unauthenticated'] };

/** What each credential and each token's user says, read once. */
const users = new WeakMap<Credential | User, User>();

function remembered(by: Credential | User, read: () => User): User {
	let user = users.get(by);
	if (user === undefined) users.set(by, (user = read()));
	return user;
}

/**
 * Who is it? Undefined: 401. Models apiserver/pkg/authentication/request: x509 (common name is the user, organizations are
 * groups), bearer token, anonymous.
 */
export function authenticate(
	credential: Credential,
	tokens: ReadonlyMap<string, User>
): User | undefined {
	switch (credential.type) {
		case 'certificate':
			if (credential.trusted === false) return undefined;
			return remembered(credential, () => ({
				name: credential.commonName,
				groups: [...credential.organizations, 'system:authenticated'],
				extra: { [credentialId]: [`X509SHA256=${fingerprint(credential)}`] }
			}));
		case 'token': {
			const user = tokens.get(credential.token);
			return (
				user &&
				remembered(user, () => ({ ...user, groups: [...user.groups, 'system:authenticated'] }))
			);
		}
		case 'none':
			return anonymous;
	}
}

/** The groups of a user in one text, put together once. */
export function groupsOf(user: User): string {
	let groups = groupTexts.get(user);
	if (groups === undefined) groupTexts.set(user, (groups = user.groups.join(', ')));
	return groups;
}

const groupTexts = new WeakMap<User, string>();

const credentialId = 'authentication.kubernetes.io/credential-id';

/** Stands for the digest of a certificate, of which a simulated one has only its subject. */
function fingerprint({
	commonName,
	organizations
}: {
	commonName: string;
	organizations: readonly string[];
}): string {
	const subject = [commonName, ...organizations].join('\n');
	let hash = 0x811c9dc5;
	let digits = '';
	while (digits.length < 64) {
		for (const letter of subject + digits) {
			hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
		}
		digits += hash.toString(16).padStart(8, '0');
	}
	return digits;
}

/** What the first gate shows. */
export function describeCredential(credential: Credential): string {
	if (credential.type === 'certificate') return `CN=${credential.commonName}`;
	return credential.type === 'token' ? 'bearer token' : 'anonymous';
}
