import { WebSocket } from 'ws';
import type { Status } from '#lib/kubernetes/object.ts';
import { limits } from './limits.ts';

/** The protocols of an exec over a websocket, the best first. v4 can't say that the standard input has ended. */
export const execProtocols = ['v5.channel.k8s.io', 'v4.channel.k8s.io'] as const;

const channel = { stdin: 0, stdout: 1, stderr: 2, error: 3, close: 255 } as const;

/**
 * The streams of an exec, over one websocket: the first byte of each message says which.
 *
 * Models apimachinery/pkg/util/remotecommand/constants.go and apiserver/pkg/util/proxy/websocket.go.
 */
export class ExecChannels {
	constructor(
		private readonly socket: WebSocket,
		onInput: (text: string) => void,
		onEndOfInput: () => void
	) {
		socket.on('message', (data: Buffer, isBinary) => {
			const bytes = isBinary ? data : Buffer.from(data);
			if (bytes[0] === channel.stdin) onInput(bytes.subarray(1).toString('utf8'));
			if (bytes[0] === channel.close && bytes[1] === channel.stdin) onEndOfInput();
		});
		socket.on('error', () => socket.terminate());
	}

	write(stream: 'stdout' | 'stderr', text: string): void {
		if (text !== '') this.send(channel[stream], text);
	}

	/** Says how the command ended; nothing comes after it. */
	end(status: Status): void {
		this.send(channel.error, JSON.stringify(status));
		this.socket.close(1000);
	}

	private send(to: number, text: string): void {
		if (this.socket.readyState !== WebSocket.OPEN) return;
		this.socket.send(Buffer.concat([Buffer.from([to]), Buffer.from(text)]));
		if (this.socket.bufferedAmount > limits.unreadBytes) this.socket.terminate();
	}
}
