import type { ApplyConflict } from './managed-fields/conflicts.ts';
import { pathText } from './managed-fields/path-element.ts';
import type { Status } from './object.ts';

/** A resource as errors name it: `pods`, or with a group `leases.coordination.k8s.io`. */
export interface ResourceName {
	readonly group: string;
	readonly resource: string;
}

/** One line of a 422: which field, what kind of fault, in which words. */
export interface StatusCause {
	readonly reason: string;
	readonly message: string;
	readonly field: string;
}

export function isStatus(body: unknown): body is Status {
	return (body as { kind?: unknown } | null)?.kind === 'Status';
}

/** The HTTP code of each reason (apimachinery/pkg/api/errors/errors.go). */
const codes = {
	AlreadyExists: 409,
	BadRequest: 400,
	Conflict: 409,
	Expired: 410,
	Forbidden: 403,
	Gone: 410,
	InternalError: 500,
	Invalid: 422,
	MethodNotAllowed: 405,
	NotAcceptable: 406,
	NotFound: 404,
	RequestEntityTooLarge: 413,
	ServiceUnavailable: 503,
	Timeout: 504,
	TooManyRequests: 429,
	Unauthorized: 401,
	UnsupportedMediaType: 415
} as const;

type Reason = keyof typeof codes;

/** The HTTP code that goes with a reason; undefined for one that there isn't. */
export function codeOfReason(reason: string): number | undefined {
	return (codes as Readonly<Record<string, number>>)[reason];
}

/** Texts of apimachinery/pkg/api/errors/errors.go, one function each. */
export function notFound(resource: ResourceName, name: string): Status {
	return failure('NotFound', `${qualified(resource)} ${quote(name)} not found`, {
		name,
		...groupAndKind(resource)
	});
}

export function alreadyExists(resource: ResourceName, name: string): Status {
	return failure('AlreadyExists', `${qualified(resource)} ${quote(name)} already exists`, {
		name,
		...groupAndKind(resource)
	});
}

export function conflict(resource: ResourceName, name: string, why: string): Status {
	return failure(
		'Conflict',
		`Operation cannot be fulfilled on ${qualified(resource)} ${quote(name)}: ${why}`,
		{ name, ...groupAndKind(resource) }
	);
}

/** What someone is told who applies what others manage. Models apimachinery/pkg/api/errors/errors.go NewApplyConflict. */
export function applyConflict({ message, conflicts }: ApplyConflict): Status {
	const causes = conflicts.map(({ manager, path }) => ({
		reason: 'FieldManagerConflict',
		message: `conflict with ${manager}`,
		field: pathText(path)
	}));
	return failure('Conflict', message, { causes });
}

/** What an update that lost the race is told (registry/generic/registry/store.go OptimisticLockErrorMsg). */
export const objectModified =
	'the object has been modified; please apply your changes to the latest version and try again';

export function forbidden(resource: ResourceName, name: string, why: string): Status {
	const what =
		resource.resource === ''
			? `forbidden: ${why}`
			: `${qualified(resource)}${name === '' ? '' : ` ${quote(name)}`} is forbidden: ${why}`;
	return failure('Forbidden', what, { name, ...groupAndKind(resource) });
}

export function unauthorized(): Status {
	return failure('Unauthorized', 'Unauthorized');
}

export function badRequest(message: string): Status {
	return failure('BadRequest', message);
}

/** A 422 that is about the request, not about a field. */
export function unprocessable(message: string): Status {
	return failure('Invalid', message, {});
}

export function invalid(
	kind: { group: string; kind: string },
	name: string,
	causes: readonly StatusCause[]
): Status {
	const shown = kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
	const texts = [...new Set(causes.map((cause) => `${cause.field}: ${cause.message}`))];
	const list = texts.length === 1 ? texts[0]! : `[${texts.join(', ')}]`;
	return failure('Invalid', `${shown} ${quote(name)} is invalid: ${list}`, {
		name,
		group: kind.group,
		kind: kind.kind,
		causes
	});
}

/** No such method at this path. */
export function methodNotAllowed(): Status {
	return failure(
		'MethodNotAllowed',
		'the server does not allow this method on the requested resource',
		{}
	);
}

/** What Go's own error becomes: a failure without a reason. */
export function plainError(message: string): Status {
	return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code: 500 };
}

export function tooLargeVersion(asked: number, current: number): Status {
	const cause = { reason: 'ResourceVersionTooLarge', message: 'Too large resource version' };
	return timeout(`Too large resource version: ${asked}, current: ${current}`, {
		retryAfterSeconds: 1,
		causes: [cause]
	});
}

export function timeout(why: string, details: Status['details'] = {}): Status {
	return failure('Timeout', `Timeout: ${why}`, details);
}

export function expired(message: string): Status {
	return failure('Expired', message);
}

export function internalError(why: string): Status {
	return failure('InternalError', `Internal error occurred: ${why}`, {
		causes: [{ message: why }]
	});
}

export function tooLarge(why: string): Status {
	return failure('RequestEntityTooLarge', `Request entity too large: ${why}`);
}

export function notAcceptable(message: string): Status {
	return failure('NotAcceptable', message);
}

export function unsupportedMediaType(message: string): Status {
	return failure('UnsupportedMediaType', message);
}

/** Not now. */
export function tooManyRequests(message: string, why: string, retryAfterSeconds: number): Status {
	const causes = [{ reason: 'DisruptionBudget', message: why }];
	const wait = retryAfterSeconds > 0 ? { retryAfterSeconds } : undefined;
	return failure('TooManyRequests', message, { ...wait, causes });
}

/** The path isn't one that the server serves. */
export function noSuchPath(): Status {
	return failure('NotFound', 'the server could not find the requested resource', {});
}

export function success(details?: Status['details']): Status {
	return {
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Success',
		...(details === undefined ? undefined : { details })
	};
}

function failure(reason: Reason, message: string, details?: Status['details']): Status {
	return {
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Failure',
		message,
		reason,
		...(details === undefined ? undefined : { details: withoutEmpty(details) }),
		code: codes[reason]
	};
}

function withoutEmpty(details: NonNullable<Status['details']>): NonNullable<Status['details']> {
	return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
}

function qualified({ group, resource }: ResourceName): string {
	return group === '' ? resource : `${resource}.${group}`;
}

function groupAndKind({ group, resource }: ResourceName): { group: string; kind: string } {
	return { group, kind: resource };
}

function quote(text: string): string {
	return JSON.stringify(text);
}
