import { call } from '../api-call.ts';
import { bool, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { jsonTextUnsorted } from '../output/json-text.ts';
import { yamlText } from '../output/yaml-text.ts';
import type { Steps } from '../steps.ts';

/** The kubectl that this one models. */
const clientVersion = {
	major: '1',
	minor: '35',
	gitVersion: 'v1.35.4',
	compiler: 'gc',
	platform: 'linux/amd64'
};
const kustomizeVersion = 'v5.7.1';

/** Models kubectl pkg/cmd/version/version.go. */
export const version: Command = {
	name: 'version',
	flags: [bool('client'), text('output', 'o')],
	run: printVersion
};

function* printVersion(context: CommandContext): Steps<void> {
	const output = context.flags.text('output');
	if (output !== '' && output !== 'yaml' && output !== 'json') {
		throw new KubectlError("--output must be 'yaml' or 'json'");
	}
	const asked = context.flags.bool('client')
		? undefined
		: yield* call({ method: 'GET', path: '/version' });
	const serverVersion = asked as unknown as { readonly gitVersion?: string } | undefined;
	const all = {
		clientVersion,
		kustomizeVersion,
		...(serverVersion === undefined ? undefined : { serverVersion })
	};
	if (output === 'json') context.out(`${jsonTextUnsorted(all, '  ')}\n`);
	else if (output === 'yaml') context.out(yamlText(all));
	else {
		const server =
			serverVersion === undefined ? '' : `Server Version: ${serverVersion.gitVersion ?? ''}\n`;
		context.out(
			`Client Version: ${clientVersion.gitVersion}\nKustomize Version: ${kustomizeVersion}\n${server}`
		);
	}
}
