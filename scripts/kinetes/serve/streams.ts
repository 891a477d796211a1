import type { ServerResponse } from 'node:http';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { AnswerForm } from './accepted-form.ts';
import { begin } from './answer.ts';
import { limits } from './limits.ts';
import { servedBody } from './served-body.ts';

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
	open(
		response: ServerResponse,
		client: ServerClient,
		asked: ApiRequest,
		form: AnswerForm,
		host: StreamHost
	): void {
		const isLog = asked.path.endsWith('/log');
		const start = (): void => {
			if (response.headersSent) return;
			begin(response, 200, isLog ? 'text/plain' : form.contentType);
			response.flushHeaders();
		};
		const write = (event: WatchEvent): void => {
			if (response.destroyed || response.writableEnded) return;
			start();
			response.write(isLog ? textOf(event) : eventLine(event, form, asked));
			// Whoever doesn't read is let go, as the real watch cache does.
			if (response.writableLength > limits.unreadBytes) response.destroy();
		};
		const release = this.take();
		const handle = client.watch(
			asked,
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

function textOf({ object }: WatchEvent): string {
	return (object as { readonly text?: string }).text ?? '';
}

function eventLine({ type, object }: WatchEvent, form: AnswerForm, asked: ApiRequest): string {
	const served = servedBody(object, form, asked.query?.['includeObject'] ?? null);
	return `${JSON.stringify({ type, object: served })}\n`;
}
