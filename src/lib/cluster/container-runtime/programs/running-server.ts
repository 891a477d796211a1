import type { Ended, Listener } from '../../network/pod-network.ts';
import type { Timer } from '../../kernel/event-queue.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { draw, latency, longest } from '../../kernel/latency.ts';
import type { Random } from '../../kernel/random.ts';
import type { Answer, ServerProgram } from './server-program.ts';

/** What a server does to the process that it is. */
export interface ServerProcess {
	write(text: string): void;
	/** It ends by itself. */
	end(exitCode: number): void;
	/** Spends CPU time, after all that was asked for before: how long that takes, ms. */
	spendCpu(cpuMs: number): number;
}

/** Requests that are under way, each with what tells its client how it ended. */
type Request = { readonly timer: Timer; readonly onEnd: (ended: Ended) => void };

/** A server in virtual time: listens after its start-up time, answers after a service time, reacts to SIGTERM as its model says. */
export class RunningServer implements Listener {
	private listening = false;
	private draining = false;
	private readonly startedMs: number;
	/** Who wants to know when it no longer listens. */
	private readonly waiting: (() => void)[] = [];
	private readonly underWay = new Set<Request>();
	private random: Random | undefined;

	constructor(
		private readonly kernel: Kernel,
		private readonly program: ServerProgram,
		/** Names its random stream. */
		private readonly name: string,
		private readonly process: ServerProcess
	) {
		this.startedMs = kernel.nowMs;
		const { startMs, crashes, greeting } = program;
		kernel.after(Math.max(1, startMs), () => {
			if (this.stopped) return;
			if (crashes !== undefined) return process.end(crashes);
			this.listening = !this.draining;
			if (greeting !== undefined) process.write(greeting);
		});
	}

	get speaks(): ServerProgram['speaks'] {
		return this.program.speaks;
	}

	get isSteady(): boolean {
		return this.program.ages !== true && this.program.cpuMs === 0;
	}

	whenDisturbed(then: () => void): void {
		this.waiting.push(then);
	}

	get slowestMs(): number {
		return this.program.answerMs + longest(latency.service);
	}

	listensOn(port: number): boolean {
		return this.listening && this.program.ports.includes(port);
	}

	answerNow(path: string): Answer {
		return this.program.answer(path, this.kernel.nowMs - this.startedMs);
	}

	request(path: string, onEnd: (ended: Ended) => void): void {
		this.random ??= this.kernel.random.stream(`server/${this.name}`);
		const { answerMs, cpuMs } = this.program;
		const computesMs = cpuMs === 0 ? 0 : this.process.spendCpu(cpuMs);
		const takesMs = answerMs + computesMs + draw(this.random, latency.service);
		const request: Request = {
			onEnd,
			timer: this.kernel.after(takesMs, () => {
				this.underWay.delete(request);
				onEnd({ answer: this.answerNow(path) });
				this.endIfDrained();
			})
		};
		this.underWay.add(request);
	}

	/** SIGTERM, or the signal that its image prefers. */
	terminate(): void {
		const { onTerm, lingerMs } = this.program;
		if (onTerm === 'ignore') return;
		if (onTerm === 'exit') {
			this.kernel.after(1, () => this.process.end(0));
			return;
		}
		this.kernel.after(Math.max(1, lingerMs), () => {
			this.draining = true;
			this.stopListening();
			this.endIfDrained();
		});
	}

	/** Its process is gone: whoever waits for an answer is told by the kernel's RST. */
	kill(): void {
		this.stopped = true;
		this.stopListening();
		const broken = [...this.underWay];
		this.underWay.clear();
		for (const { timer, onEnd } of broken) {
			timer.cancel();
			onEnd({ reset: true });
		}
	}

	private stopped = false;

	private stopListening(): void {
		this.listening = false;
		for (const then of this.waiting.splice(0)) then();
	}

	private endIfDrained(): void {
		if (this.draining && this.underWay.size === 0) this.process.end(0);
	}
}
