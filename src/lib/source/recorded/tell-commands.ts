import type { Command } from './commands.ts';
import { happeningIn } from './happening.ts';
import { knownAtMs, type Draft } from './story-draft.ts';
import type { Telling } from './telling.ts';

/** What was typed. */
export function tellTyped({ draft, commands, told }: Telling): void {
	for (const { step, index, actor } of commands) {
		const typed = draft.add(step.atMs, null, {
			kind: 'output',
			actor: 'terminal',
			command: index,
			stream: 'input',
			text: step.run
		});
		const happening = happeningIn(step.run);
		// What begins does so because someone started it.
		if (happening?.happens === 'starts') told.typed.set(happening.component, typed);
		if (actor) told.typed.set(actor, typed);
	}
}

/** What was printed: line by line where that was recorded, else when the last answer had come. */
export function tellPrinted(telling: Telling): void {
	for (const command of telling.commands) {
		if (command.step.lines) tellLines(telling, command, command.step.lines);
		else tellAll(telling, command);
	}
}

function tellLines(
	telling: Telling,
	{ index, actor = 'terminal', step }: Command,
	lines: readonly (readonly [number, string])[]
): void {
	const heard = (telling.told.heard.get(actor) ?? []).map(({ draft, version }) => ({
		draft,
		name: version.name
	}));
	const answers = answersTo(telling, actor);
	const used = new Set<Draft>();
	for (const [atMs, text] of lines) {
		const name = text.split(/\s+/)[0] ?? '';
		const news = heard.find(
			(one) => one.name === name && !used.has(one.draft) && knownAtMs(one.draft) <= atMs
		)?.draft;
		if (news) used.add(news);
		const before = [...answers, ...heard.map(({ draft }) => draft)].filter(
			(one) => knownAtMs(one) <= atMs
		);
		const cause = news ?? newestOf(before) ?? telling.told.typed.get(actor) ?? null;
		telling.draft.add(Math.max(atMs, step.atMs), cause, {
			kind: 'output',
			actor,
			command: index,
			stream: 'stdout',
			text: `${text}\n`,
			causeInferred: true
		});
	}
}

function tellAll(telling: Telling, { index, actor, step }: Command): void {
	const cause =
		newestOf(answersTo(telling, actor ?? '')) ?? telling.told.typed.get(actor ?? '') ?? null;
	const atMs = Math.max(step.atMs, cause ? knownAtMs(cause) : 0);
	const say = (stream: 'stdout' | 'stderr' | 'exit', text: string | undefined) => {
		if (text === undefined || text === '') return;
		telling.draft.add(atMs, cause, {
			kind: 'output',
			actor: actor ?? 'terminal',
			command: index,
			stream,
			text,
			inferred: 'printed'
		});
	};
	say('stdout', step.stdout);
	say('stderr', step.stderr);
	if (step.exit !== undefined && step.exit !== null) say('exit', String(step.exit));
}

function answersTo({ requests, told }: Telling, actor: string): readonly Draft[] {
	return requests.flatMap((request) => {
		const answer = request.actor === actor ? told.answered.get(request) : undefined;
		return answer ? [answer] : [];
	});
}

function newestOf(drafts: readonly Draft[]): Draft | undefined {
	return drafts.reduce<Draft | undefined>(
		(best, one) => (best && knownAtMs(best) > knownAtMs(one) ? best : one),
		undefined
	);
}
