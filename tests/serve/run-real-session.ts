import { failed, passed, type Result, skipped } from '../conformance/outcome.ts';
import { isAsRecorded } from '../conformance/session/is-as-recorded.ts';
import { hangsOnMissing, hasRecordedForm } from '../conformance/session/missing-controllers.ts';
import type { ExpectedStep, Session } from '../conformance/session/session.ts';
import type { Case } from '../conformance/table.ts';
import { playRealSession } from './play-real-session.ts';

/** Plays a recorded session with the real kubectl: one result a command. */
export async function runRealSession(
	kubectl: string,
	source: string,
	{ name, input, expected }: Case
): Promise<readonly Result[]> {
	const session = input as Session;
	const wanted = (expected as { steps: readonly ExpectedStep[] }).steps;
	const printed = await playRealSession(kubectl, session);
	const hanging = hangsOnMissing(session, wanted);
	return session.steps.map(({ run }, index) => {
		const [step, got] = [wanted[index]!, printed[index]!];
		const isMissing = hanging[index] && hasRecordedForm(run, step, got.stdout);
		const { stdout, stderr, exit } = step;
		const outcome = isAsRecorded(step, got)
			? passed
			: isMissing
				? skipped('shows what a missing controller would have done')
				: failed({ stdout, stderr, exit }, got);
		return { source, name: `${name} / ${index + 1}: ${run}`, outcome };
	});
}
