import { callForObject } from '../../api-call.ts';
import type { Command, CommandContext } from '../../command.ts';
import { isNotFound, KubectlError, StatusError } from '../../kubectl-error.ts';
import { objectPrinter, unknownFormat } from '../../output/object-printer.ts';
import { alignColumns } from '../../output/tab-writer.ts';
import { outputFlags } from '../../resources/common-flags.ts';
import { caught } from '../../resources/fetch.ts';
import type { Steps } from '../../steps.ts';

/** Models kubectl pkg/cmd/auth/whoami.go. */
export const whoAmI: Command = { name: 'whoami', flags: outputFlags, run: tellWho };

interface UserInfo {
	readonly username?: string;
	readonly uid?: string;
	readonly groups?: readonly string[];
	readonly extra?: Readonly<Record<string, readonly string[]>>;
}

function* tellWho(context: CommandContext): Steps<void> {
	const output = context.flags.text('output');
	const print = output === '' ? undefined : objectPrinter(output, context);
	if (output !== '' && print === undefined) throw unknownFormat(output);
	const review = yield* caught(
		callForObject({
			method: 'POST',
			path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
			body: {
				kind: 'SelfSubjectReview',
				apiVersion: 'authentication.k8s.io/v1',
				metadata: {},
				status: { userInfo: {} }
			}
		})
	);
	if (review instanceof Error) throw refusalOf(review);
	if (print !== undefined) {
		context.out(print(review));
		return;
	}
	const {
		username,
		uid,
		groups = [],
		extra = {}
	} = (review.status as { userInfo: UserInfo }).userInfo;
	const rows = [
		'ATTRIBUTE\tVALUE',
		...(username ? [`Username\t${username}`] : []),
		...(uid ? [`UID\t${uid}`] : []),
		...(groups.length > 0 ? [`Groups\t[${groups.join(' ')}]`] : []),
		...Object.entries(extra)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, values]) => `Extra: ${key}\t[${values.join(' ')}]`)
	];
	context.out(`${alignColumns(rows.join('\n'), { minWidth: 6, padding: 3 })}\n`);
}

function refusalOf(error: Error): Error {
	const text = 'the selfsubjectreviews API is not enabled in the cluster';
	if (isNotFound(error)) return new KubectlError(text);
	return error instanceof StatusError && error.status.reason === 'Forbidden'
		? new KubectlError(`${text} or you do not have permission to call it`)
		: error;
}
