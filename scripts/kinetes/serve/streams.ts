import type { ServerResponse } from 'node:http';
import { ServedEvents } from '#lib/cluster/api-server/wire/served-form.ts';
import type { ReadRequest } from '#lib/cluster/api-server/wire/wire-request.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import { begin } from './answer.ts';
import { limits } from './limits.ts';

/** What a stream needs of the server that it is one of. */
interface StreamHost {
	/** It never began. */
	refused(answer: ApiResponse): void;
	/** Does something to the cluster. */
	enter(act: () => void): void;
}

/** Watches and followed logs that are open, each an answer that doesn't end. */
export class Streams {
	private count = 0;

	get isFull(): boolean {
		return this.count >= limits.streams;
	}

	/** Counts one that is open; returns what counts it out again. */
	take(): () => void {
		this.count++;
		let isOpen = true;
		return () => {
			if (isOpen) this.count--;
			isOpen = false;
		};
	}

	/** Opens one: what comes is written as it comes, until either side ends it. */
	open(response: ServerResponse, client: ServerClient, read: ReadRequest, host: StreamHost): void {
		const isLog = read.request.path.endsWith('/log');
		const events = new ServedEvents(read);
		const start = (): void => {
			if (response.headersSent) return;
			begin(response, 200, isLog ? 'text/plain' : 'application/json');
			response.flushHeaders();
		};
		const write = (event: WatchEvent): void => {
			if (response.destroyed || response.writableEnded) return;
			start();
			response.write(isLog ? logText(event) : eventLine(event, events));
			// Whoever doesn't read is let go, as the real watch cache does.
			if (response.writableLength > limits.unreadBytes) response.destroy();
		};
		const release = this.take();
		const handle = client.watch(
			read.request,
			write,
			(answer) => {
				if (answer !== undefined && !response.headersSent) return host.refused(answer);
				start();
				response.end();
			},
			start
		);
		response.once('close', () => {
			release();
			host.enter(() => handle.stop());
		});
	}
}

function logText({ object }: WatchEvent): string {
	return (object as { readonly text?: string }).text ?? '';
}

function eventLine({ type, object }: WatchEvent, events: ServedEvents): string {
	return `${JSON.stringify({ type, object: events.objectOf(object) })}\n`;
}
