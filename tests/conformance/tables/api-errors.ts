import { bareStatus } from '#lib/kubernetes/bare-status.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import {
	badRequest,
	codeOfReason,
	conflict,
	expired,
	internalError,
	invalid,
	notFound,
	objectModified,
	timeout,
	tooLarge,
	unauthorized
} from '#lib/kubernetes/status.ts';
import { compared } from '../outcome.ts';
import { computed, type TableRunners } from '../table.ts';

interface Named {
	readonly reason: string;
	readonly args: readonly string[] | null;
}

/** A resource or a kind with its group, as the tables write it. */
function parted(text = ''): {
	readonly group: string;
	readonly resource: string;
	readonly kind: string;
} {
	const [first = '', ...group] = text.split('.');
	return { group: group.join('.'), resource: first, kind: first };
}

const made: Readonly<Record<string, (...args: readonly string[]) => Status>> = {
	BadRequest: (why = '') => badRequest(why),
	Conflict: (resource, name = '') => conflict(parted(resource), name, objectModified),
	Expired: (why = '') => expired(why),
	InternalError: (why = '') => internalError(why),
	Invalid(kind, name = '', text = '') {
		const at = text.indexOf(': ');
		const cause = { field: text.slice(0, at), message: text.slice(at + 2), reason: '' };
		return invalid(parted(kind), name, [cause]);
	},
	NotFound: (resource, name = '') => notFound(parted(resource), name),
	RequestEntityTooLarge: (why = '') => tooLarge(why),
	Timeout: (why = '') => timeout(why),
	Unauthorized: unauthorized
};

/** What the API server's errors say, and what a client makes of an answer that says nothing. */
export const apiErrorTables: TableRunners = {
	'api-generic-errors': computed(
		({ httpStatus }: { httpStatus: number }) => bareStatus(httpStatus).message,
		compared
	),
	'api-status-errors': computed(
		({ reason, args }: Named) => {
			const status = made[reason]?.(...(args ?? []));
			return { code: status?.code ?? codeOfReason(reason), message: args && status?.message };
		},
		(expected, got) => {
			const { code, example } = expected as { code: number; example?: string };
			return compared({ code, message: example ?? null }, got);
		}
	)
};
