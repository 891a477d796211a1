import { failed, type Outcome, passed, type Result, skipped, tried } from '../outcome.ts';
import { isUnknown } from '../story/project-output.ts';
import type { Case } from '../table.ts';
import { isAsRecorded } from './is-as-recorded.ts';
import { hangsOnMissing, hasRecordedForm } from './missing-controllers.ts';
import { withoutProse } from './without-prose.ts';
import { playSession, type Printed } from './play-session.ts';
import type { ExpectedStep, Session } from './session.ts';
import type { Chance } from './terminal.ts';

/** Real sessions began at any moment of a second and raced; so do these. */
const chances: readonly Chance[] = [
	{ seed: 1, firstMs: 0 },
	{ seed: 2, firstMs: 350 },
	{ seed: 3, firstMs: 700 }
];

/**
 * Plays a kubectl session: one result per typed command. What is not as recorded is played again, with other chances: a command
 * passes when it passes in one of the plays.
 */
export function runSession(source: string, entry: Case): readonly Result[] {
	let results = playOnce(source, entry, chances[0]!);
	for (const chance of chances.slice(1)) {
		if (results.every(({ outcome }) => outcome.status !== 'failed')) break;
		const again = playOnce(source, entry, chance);
		results = results.map((result, at) => {
			const other = again[at];
			const isBetter = result.outcome.status === 'failed' && other?.outcome.status === 'passed';
			return isBetter ? other : result;
		});
	}
	return results;
}

function playOnce(
	source: string,
	{ name, input, expected }: Case,
	chance: Chance
): readonly Result[] {
	const session = input as Session;
	const wanted = (expected as { steps: readonly ExpectedStep[] }).steps;
	const played = tried(() => playSession(session, chance));
	if ('error' in played) {
		return session.steps.map(({ run }, index) => ({
			source,
			name: `${name} / ${index + 1}: ${run}`,
			outcome: failed(wanted[index], played.error)
		}));
	}
	const printed = played.value;
	const hanging = hangsOnMissing(session, wanted);
	let undone = false;
	return session.steps.map(({ run }, index) => {
		const [step, got] = [wanted[index], printed[index]];
		const compared = step && got ? compareStep(run, step, got, undone) : skipped('was not played');
		const isMissing =
			compared.status === 'failed' && hanging[index] && hasRecordedForm(run, step!, got!.stdout);
		const outcome = isMissing
			? skipped('shows what a missing controller would have done')
			: compared;
		if (got && compared.status === 'skipped') undone = true;
		return { source, name: `${name} / ${index + 1}: ${run}`, outcome };
	});
}

function compareStep(run: string, expected: ExpectedStep, got: Printed, undone: boolean): Outcome {
	if (isAsRecorded(withoutProse(run, expected), withoutProse(run, got))) return passed;
	if (isUnknown({ run: '', ...got })) return skipped(got.stderr.trim());
	if (undone) return skipped('depends on a step that cannot be done yet');
	const { stdout, stderr, exit } = expected;
	return failed(
		{ stdout, stderr, exit },
		{ stdout: got.stdout, stderr: got.stderr, exit: got.exit }
	);
}
