import type { Locale } from '#lib/i18n/locale.ts';
import type { ApiCall } from '#lib/trace/api-call.ts';
import type { Transition } from '#lib/trace/event.ts';
import { apiMessage } from './api-message.ts';
import type { CallProgress } from './call-progress.ts';
import type { StageName } from './stage-names.ts';

/** What a stage has found out about a request, as far as the trace tells; '' for nothing. */
export function stageNote(
	stage: StageName,
	call: ApiCall,
	progress: CallProgress,
	locale: Locale
): string {
	const { steps } = progress;
	const content = call.response?.content;
	switch (stage) {
		case 'authenticate':
			return identityNote(factsAfter(steps, 'authentication'));
		case 'authorize':
			return permissionNote(factsAfter(steps, 'authorization'), locale);
		case 'decode':
			return bodyNote(call, locale);
		case 'mutate': {
			const facts = factsAfter(steps, 'mutation');
			if (!facts) return '';
			const changes = String(facts.changes ?? '').replace(/\bspec\./g, '');
			return changes === '' ? apiMessage(locale, 'stage.unchanged') : changes;
		}
		case 'validate':
			return factsKnown(steps, 'validation') ? apiMessage(locale, 'stage.valid') : '';
		case 'admit':
			return factsKnown(steps, 'validation') ? apiMessage(locale, 'stage.admitted') : '';
		case 'store':
			return storeNote(call, progress, locale);
		case 'answer':
			return progress.done && content?.type === 'response' ? `${content.code} ${content.text}` : '';
	}
}

type Facts = Transition['facts'];

/** What the machine noted when it left a state: it stands with the step that came next. */
function factsAfter(steps: readonly Transition[], state: string): Facts {
	return steps.findLast(({ from, to }) => from === state && to !== 'refused')?.facts;
}

function factsKnown(steps: readonly Transition[], state: string): boolean {
	return steps.some(({ from, to }) => from === state && to !== 'refused');
}

function identityNote(facts: Facts): string {
	if (!facts) return '';
	return `${facts.by} → ${facts.user} (${facts.groups})`;
}

function permissionNote(facts: Facts, locale: Locale): string {
	if (!facts) return '';
	const why =
		facts.by === 'RBAC' ? String(facts.reason) : apiMessage(locale, `stage.by.${byOf(facts)}`);
	return facts.as === undefined
		? why
		: `${apiMessage(locale, 'stage.as', { user: String(facts.as) })} ${why}`;
}

function byOf({ by }: NonNullable<Facts>): 'Node' | 'system:masters' {
	return by === 'Node' ? 'Node' : 'system:masters';
}

function bodyNote({ content }: ApiCall, locale: Locale): string {
	const { body, contentType = '', verb } = content;
	if (verb === 'patch') return contentType.replace('application/', '').replace('+json', '');
	const { apiVersion, kind } = (body ?? {}) as { apiVersion?: string; kind?: string };
	if (kind === undefined) return apiMessage(locale, 'stage.no-body');
	return apiMessage(locale, 'stage.decoded', { what: `${apiVersion} ${kind}` });
}

function storeNote(call: ApiCall, { steps, done, reads }: CallProgress, locale: Locale): string {
	const last = steps.at(-1)!;
	if (last.to === 'watching') return apiMessage(locale, 'stage.watches');
	if (reads) return done ? apiMessage(locale, 'stage.reads') : '';
	const written = call.writes.filter(({ atMs }) => atMs <= last.atMs).at(-1);
	if (written) {
		const { key, revision, object } = written;
		const values = { key, revision };
		return apiMessage(locale, object ? 'stage.written' : 'stage.removed', values);
	}
	if (!done) return '';
	const dry = call.content.query?.dryRun !== undefined;
	return apiMessage(locale, dry ? 'stage.dry-run' : 'stage.not-written');
}
