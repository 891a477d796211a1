import type { Printed } from '../conformance/session/play-session.ts';
import type { Session, SessionStep } from '../conformance/session/session.ts';
import type { Chance } from '../conformance/session/terminal.ts';
import { type Running, Workplace } from './workplace.ts';

/** A repeated command is tried after so long, cluster ms, after a while more and more seldom, and for so long at most. */
const pollMs = 300;
const pollGrowth = 1.25;
const steadyMs = 9000;
const mostMs = 60_000;
/** A command that ends by itself has ended after this: the cluster hurries for those that wait. */
const patienceSeconds = 10;
const imagesPresent = ['web:v1', 'web:v2', 'web:v3', 'web:latest', 'busybox:1.36'];

/** Types the commands of a recorded session with the real kubectl, against a served cluster of its own. */
export async function playRealSession(
	kubectl: string,
	{ files = {}, steps }: Session,
	{ seed, firstMs }: Chance
): Promise<readonly Printed[]> {
	const options = { imagesPresent, seed, hasOwnService: false, isHurried: true };
	const place = await Workplace.open(kubectl, files, options);
	try {
		place.cluster.pace.skip(firstMs);
		const printed: Printed[] = [];
		for (const step of steps) printed.push(recordedForm(await playStep(place, step), place));
		return printed;
	} finally {
		place.close();
	}
}

/** What differs by where it was recorded: the port, and the patch version of kubectl. */
function recordedForm({ stdout, stderr, exit }: Printed, { cluster }: Workplace): Printed {
	const plain = (text: string): string =>
		text
			.replaceAll(`127.0.0.1:${cluster.port}`, '127.0.0.1:6443')
			.replaceAll(/(Client Version: |gitVersion"?: "?)v1\.35\.\d+/g, '$1v1.35.4');
	return { stdout: plain(stdout), stderr: plain(stderr), exit };
}

async function playStep(place: Workplace, step: SessionStep): Promise<Printed> {
	const { wait = {}, run, stdin, stopAfter, meanwhile = [] } = step;
	const { pace } = place.cluster;
	if (wait.seconds !== undefined) pace.skip(wait.seconds * 1000);
	if (wait.until !== undefined) await repeat(place, wait.until, wait.contains);
	if (wait.repeatUntilContains !== undefined) {
		return repeat(place, run, wait.repeatUntilContains, stdin);
	}
	const running = place.start(run, stdin);
	const beside = meanwhile.map(
		({ after, run: line }) =>
			new Promise((resolve) => setTimeout(() => resolve(place.run(line)), after * 1000))
	);
	const printed = await endOf(running, stopAfter);
	await Promise.all(beside);
	return printed;
}

/** The end of a command, at the latest after so many seconds. */
async function endOf(running: Running, seconds = patienceSeconds): Promise<Printed> {
	const end = setTimeout(running.interrupt, seconds * 1000);
	const printed = await running.ended;
	clearTimeout(end);
	return printed;
}

/** Types a command again and again until it ends well and prints the text, or time is up; the last one. */
async function repeat(place: Workplace, run: string, text = '', stdin?: string): Promise<Printed> {
	let passedMs = 0;
	for (let napMs = pollMs; ; napMs *= passedMs > steadyMs ? pollGrowth : 1) {
		const printed = await endOf(place.start(run, stdin));
		const isFound = collapsed(printed.stdout).includes(collapsed(text));
		const isDone = isFound && (text !== '' || printed.exit === 0);
		if (isDone || printed.exit === null || passedMs > mostMs) return printed;
		place.cluster.pace.skip(napMs);
		passedMs += napMs;
	}
}

/** Column widths depend on the other rows. */
function collapsed(text: string): string {
	return text.replaceAll(/ +/g, ' ');
}
