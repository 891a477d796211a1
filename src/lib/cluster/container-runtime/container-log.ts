/** A log is kept up to here, characters; what comes later is dropped. */
const longestLog = 100_000;

/** Which part of a log is asked for, as the kubelet is asked. */
export interface LogOptions {
	/** Only what was written at that moment of the cluster's clock or later, epoch ms. */
	readonly sinceMs?: number;
	/** The last so many lines. */
	readonly tailLines?: number;
	/** The first so many bytes of all that. */
	readonly limitBytes?: number;
	/** Each line begins with its time. */
	readonly timestamps?: boolean;
}

interface Line {
	readonly wrote: number;
	text: string;
}

/** What a container has written, line by line, each with its time; whoever follows it is told what comes. */
export class ContainerLog {
	private readonly lines: Line[] = [];
	private length = 0;
	private readonly followers = new Set<(text: string, wroteMs: number) => void>();
	private readonly waiting = new Set<() => void>();
	isClosed = false;

	/**
	 * Keeps it.
	 *
	 * @returns false: there is no room any more
	 */
	write(text: string, nowMs: number): boolean {
		if (this.length + text.length > longestLog) return false;
		this.length += text.length;
		for (const piece of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
			const last = this.lines.at(-1);
			if (last === undefined || last.text.endsWith('\n')) {
				this.lines.push({ wrote: nowMs, text: piece });
			} else {
				last.text += piece;
			}
			for (const tell of this.followers) tell(piece, nowMs);
		}
		return true;
	}

	/** The container has ended: nothing is written any more. */
	close(): void {
		this.isClosed = true;
		for (const tell of this.waiting) tell();
		this.followers.clear();
		this.waiting.clear();
	}

	get text(): string {
		return this.lines.map(({ text }) => text).join('');
	}

	/** What is there. Models pkg/kubelet/kuberuntime/logs/logs.go ReadLogs. */
	shown({ sinceMs = -Infinity, tailLines, limitBytes, timestamps }: LogOptions): string {
		const from = tailLines === undefined ? 0 : Math.max(0, this.lines.length - tailLines);
		const text = this.lines
			.slice(from)
			.filter(({ wrote }) => wrote >= sinceMs)
			.map((line) => (timestamps ? stamped(line.text, line.wrote) : line.text))
			.join('');
		return limitBytes === undefined ? text : text.slice(0, limitBytes);
	}

	/**
	 * Tells what is written from now on, piece by piece, and the end.
	 *
	 * @returns ends it, without a word
	 */
	follow(
		{ timestamps }: LogOptions,
		onText: (text: string) => void,
		onEnd: () => void
	): () => void {
		let isAtStart = true;
		const tell = (text: string, wroteMs: number): void => {
			onText(timestamps && isAtStart ? stamped(text, wroteMs) : text);
			isAtStart = text.endsWith('\n');
		};
		if (this.isClosed) {
			onEnd();
			return () => undefined;
		}
		this.followers.add(tell);
		this.waiting.add(onEnd);
		return () => {
			this.followers.delete(tell);
			this.waiting.delete(onEnd);
		};
	}
}

/** `2026-01-05T09:00:02.123000000Z line`. */
function stamped(text: string, wroteMs: number): string {
	const [whole = '', part = '0'] = String(wroteMs / 1000).split('.');
	const seconds = new Date(Number(whole) * 1000).toISOString().slice(0, 19);
	return `${seconds}.${part.slice(0, 9).padEnd(9, '0')}Z ${text}`;
}
