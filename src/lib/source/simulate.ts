import { kubernetesVersion } from '#lib/cluster/api-server/version.ts';
import { Cluster } from '#lib/cluster/cluster.ts';
import { draw, latency } from '#lib/cluster/kernel/latency.ts';
import type { KubectlSession } from '#lib/kubectl/command.ts';
import type { Kubeconfig } from '#lib/kubectl/kubeconfig/kubeconfig.ts';
import { readKubeconfig } from '#lib/kubectl/kubeconfig/read-kubeconfig.ts';
import { runCommandLine, type RunningCommand } from '#lib/kubectl/kubectl.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { remotePrograms } from './remote/remote-programs.ts';
import { kubeconfigFacts } from './kubeconfig-facts.ts';
import { connectTo, simulatedServer } from './connect.ts';
import type { Scenario, Step } from './scenario.ts';

/** What every simulated cluster calls its time 0. */
const epoch = '2026-01-05T09:00:00Z';

/** How long the cluster runs by itself before a person's first step, ms: components connect and settle. */
const warmUpMs = 2000;

/** From the start of a process to its first request, ms. */
const startUpMs = 300;

/** A run without an end of its own is cut after this long, ms of the story. */
const longestMs = 600_000;

/** … and at the latest after so many events, whatever it is that never comes to rest. */
const mostEvents = 1_000_000;

/** After the last thing happened the trace goes on for so long, ms, so that the end can be seen. */
const afterglowMs = 1000;

/**
 * Runs a scenario in virtual time and gives its trace. The same scenario gives the same trace, byte for byte, wherever it
 * runs.
 */
export function simulate(scenario: Scenario): Trace {
	const cluster = new Cluster({
		seed: scenario.seed,
		epochMs: Date.parse(epoch),
		nodes: scenario.nodes,
		...(scenario.imagesPresent === undefined
			? undefined
			: { imagesPresent: scenario.imagesPresent })
	});
	const { kernel } = cluster;
	kernel.runUntil(warmUpMs);
	const person = new Person(cluster, scenario);
	const { steps: earlier = [], lastsMs = 0 } = scenario.before ?? {};
	earlier.forEach((step, index) => kernel.after(step.atMs, () => person.act(step, index)));
	const startMs = warmUpMs + lastsMs;
	kernel.runUntil(startMs);
	for (const { atMs, component, happens } of scenario.faults ?? []) {
		// A process needs a moment until it works.
		const delayMs = happens === 'starts' ? atMs + startUpMs : atMs;
		kernel.after(delayMs, () => cluster.strike(component, happens));
	}
	scenario.steps.forEach((step, index) =>
		kernel.after(step.atMs, () => person.act(step, earlier.length + index))
	);
	for (const { fromMs, untilMs, ...plan } of scenario.traffic ?? []) {
		cluster.sendTraffic({ ...plan, fromMs: startMs + fromMs, untilMs: startMs + untilMs });
	}
	const cutMs = startMs + (scenario.untilMs ?? longestMs);
	while (kernel.busy && kernel.recorder.events.length < mostEvents) {
		const due = kernel.nextDueMs;
		if (due === undefined || due > cutMs) break;
		kernel.step();
	}
	const quietMs = kernel.nowMs + afterglowMs;
	kernel.runUntil(scenario.untilMs === undefined ? Math.min(quietMs, cutMs) : cutMs);
	person.leave();
	return {
		header: {
			format: 'kinetes-trace',
			version: 1,
			kubernetes: kubernetesVersion,
			seed: scenario.seed,
			epoch,
			nodes: scenario.nodes.map(({ name, cpu, memory, pods = 110 }) => ({
				name,
				cpu,
				memory,
				pods
			})),
			endMs: kernel.nowMs,
			startMs,
			input: scenario
		},
		events: kernel.recorder.events
	};
}

/** Someone at a terminal: each step is a command that is typed, and runs beside those that still go on. */
class Person {
	private readonly running: RunningCommand[] = [];
	/** What `kubectl config` changes holds for the commands that follow. */
	private readonly session: KubectlSession = {};
	private told: Kubeconfig | undefined;
	private readonly programs: ReturnType<typeof remotePrograms>;

	constructor(
		private readonly cluster: Cluster,
		private readonly scenario: Scenario
	) {
		this.programs = remotePrograms(cluster);
		const { kubeconfig: name, files = {} } = scenario;
		const text = name === undefined ? undefined : files[name];
		if (name === undefined || text === undefined) return;
		this.session.kubeconfig = readKubeconfig(text, name);
		this.tellKubeconfig();
	}

	/** What a command has changed of it is news; what every terminal has at first is none. */
	private tellKubeconfig(): void {
		const { kubeconfig } = this.session;
		if (kubeconfig === undefined || kubeconfig === this.told) return;
		this.told = kubeconfig;
		const fact = { type: 'kubeconfig', config: kubeconfigFacts(kubeconfig) } as const;
		this.cluster.kernel.record({ kind: 'local', actor: 'terminal', node: 'terminal', fact });
	}

	act(step: Step, command: number): void {
		const { kernel } = this.cluster;
		const actor = `kubectl/${command + 1}`;
		const say = (stream: 'stdout' | 'stderr' | 'exit', text: string): void => {
			if (text !== '') kernel.record({ kind: 'output', actor, command, stream, text });
		};
		const typed = kernel.because(null, () =>
			kernel.record({ kind: 'output', actor: 'terminal', command, stream: 'input', text: step.run })
		);
		const start = draw(kernel.random.stream(actor), latency.kubectlStart);
		kernel.because(typed, () =>
			kernel.after(start, () => {
				this.running.push(
					runCommandLine(step.run, {
						client: this.cluster.clientFor(actor),
						connect: connectTo(
							(server) => (server === simulatedServer ? this.cluster : undefined),
							actor
						),
						session: this.session,
						files: this.scenario.files ?? {},
						programs: this.programs,
						...(step.stdin === undefined ? undefined : { stdin: step.stdin }),
						...(step.edited === undefined ? undefined : { edit: () => step.edited }),
						nowMs: () => kernel.wallMs,
						after: (delayMs, then) => {
							kernel.after(delayMs, then);
						},
						print: say,
						exit: (code) => {
							this.tellKubeconfig();
							say('exit', String(code));
						}
					})
				);
			})
		);
	}

	/** Ctrl-C for whatever still watches. */
	leave(): void {
		for (const command of this.running) command.stop();
	}
}
