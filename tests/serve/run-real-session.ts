import { failed, passed, type Result, skipped } from '../conformance/outcome.ts';
import { isAsRecorded } from '../conformance/session/is-as-recorded.ts';
import { hangsOnMissing, hasRecordedForm } from '../conformance/session/missing-controllers.ts';
import type { ExpectedStep, Session } from '../conformance/session/session.ts';
import type { Chance } from '../conformance/session/terminal.ts';
import type { Case } from '../conformance/table.ts';
import { playRealSession } from './play-real-session.ts';

/** Commands that print how they came in. */
const showsCredentials = /^kubectl (config view|auth whoami)$/;

/** Real sessions began at any moment of a second and raced; so do these. */
const chances: readonly Chance[] = [
	{ seed: 1, firstMs: 0 },
	{ seed: 2, firstMs: 350 },
	{ seed: 3, firstMs: 700 }
];

/**
 * Plays a recorded session with the real kubectl: one result a command, which passes when it passes in one of the plays.
 */
export async function runRealSession(
	kubectl: string,
	source: string,
	entry: Case
): Promise<readonly Result[]> {
	let results = await playOnce(kubectl, source, entry, chances[0]!);
	for (const chance of chances.slice(1)) {
		if (results.every(({ outcome }) => outcome.status !== 'failed')) break;
		const again = await playOnce(kubectl, source, entry, chance);
		results = results.map((result, at) => {
			const other = again[at];
			const isBetter = result.outcome.status === 'failed' && other?.outcome.status === 'passed';
			return isBetter ? other : result;
		});
	}
	return results;
}

async function playOnce(
	kubectl: string,
	source: string,
	{ name, input, expected }: Case,
	chance: Chance
): Promise<readonly Result[]> {
	const session = input as Session;
	const wanted = (expected as { steps: readonly ExpectedStep[] }).steps;
	const printed = await playRealSession(kubectl, session, chance);
	const hanging = hangsOnMissing(session, wanted);
	return session.steps.map(({ run }, index) => {
		const [step, got] = [wanted[index]!, printed[index]!];
		const isMissing = hanging[index] && hasRecordedForm(run, step, got.stdout);
		const { stdout, stderr, exit } = step;
		const outcome = isAsRecorded(step, got)
			? passed
			: showsCredentials.test(run)
				? skipped('shows a certificate, where there is a token')
				: isMissing
					? skipped('shows what a missing controller would have done')
					: failed({ stdout, stderr, exit }, got);
		return { source, name: `${name} / ${index + 1}: ${run}`, outcome };
	});
}
