import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeTrace } from '#lib/trace/json-lines.ts';
import { serveCluster, type ServedCluster } from './serve/served-cluster.ts';
import { UsageError } from './usage-error.ts';
import { count, workers } from './workers.ts';

const usage = `kinetes serve: a simulated cluster behind HTTP on 127.0.0.1, for the real kubectl

  kinetes serve [--port N] [--speed X] [--nodes N] [--seed N]
                [--kubeconfig FILE] [--record FILE]

  --port        the port; default 6443, 0 takes any that is free
  --speed       cluster seconds per second; default 1
  --nodes       how many workers; default 3
  --seed        what is drawn is drawn from it; default 1
  --kubeconfig  where the kubeconfig is written; default a new temporary folder.
                It is taken away at the end
  --record      at the end (Ctrl-C), writes what happened as a trace, which
                'kinetes play FILE' prints and the page opens

  Then, in another terminal, the line that it prints:
      export KUBECONFIG=…
      kubectl get nodes

  Only this machine can connect, and only with the token of the kubeconfig.
  Everything is in memory: when it ends, the cluster is gone.
  docs/serving.md says what works and what doesn't.
`;

const defaultPort = 6443;

/** `kinetes serve`: runs until it is told to end. */
export async function serve(args: string[]): Promise<void> {
	const options = readOptions(args);
	if (options.help) {
		process.stdout.write(usage);
		return;
	}
	const port = options.port === undefined ? defaultPort : count('--port', options.port);
	if (port > 65_535) throw new UsageError('--port takes 0 to 65535');
	const nodes = workers(options.nodes === undefined ? 3 : count('--nodes', options.nodes));
	const served = await started({
		port,
		nodes,
		speed: speedOf(options.speed ?? '1'),
		seed: options.seed === undefined ? 1 : count('--seed', options.seed),
		isRecorded: options.record !== undefined,
		...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig })
	});
	process.stdout.write(greeting(served, nodes.length));
	const end = (): void => {
		served.close();
		if (options.record !== undefined) {
			writeFileSync(options.record, writeTrace(served.trace()));
			process.stdout.write(`\nWrote ${options.record}\n`);
		}
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}

function greeting({ port, kubeconfig }: ServedCluster, nodes: number): string {
	return `A simulated cluster of ${nodes} ${nodes === 1 ? 'node' : 'nodes'} listens at https://127.0.0.1:${port}
Kubeconfig: ${kubeconfig}

  export KUBECONFIG='${kubeconfig.replaceAll("'", String.raw`'\''`)}'
  kubectl get nodes

Ctrl-C ends it.
`;
}

async function started(options: Parameters<typeof serveCluster>[0]): Promise<ServedCluster> {
	try {
		return await serveCluster(options);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE') {
			throw new UsageError(
				`port ${options.port} is taken: give another with --port, or --port 0 for any that is free`
			);
		}
		if (code === 'EACCES' && options.kubeconfig === undefined) {
			throw new UsageError(`port ${options.port} may not be used: give another with --port`);
		}
		if (code !== undefined) throw new UsageError(message);
		throw error;
	}
}

function readOptions(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string' },
				speed: { type: 'string' },
				nodes: { type: 'string' },
				seed: { type: 'string' },
				kubeconfig: { type: 'string' },
				record: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		}).values;
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function speedOf(text: string): number {
	const speed = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
	if (speed >= 0.01 && speed <= 1000) return speed;
	throw new UsageError(`--speed takes 0.01 to 1000, not ${JSON.stringify(text)}`);
}
