import { globalFlags } from '../command-line/global-flags.ts';
import type { Command } from '../command.ts';
import { atOnce } from '../steps.ts';

/** Models kubectl pkg/cmd/options/options.go; the flags are those that Kinetes has. */
export const options: Command = {
	name: 'options',
	flags: [],
	isLocal: true,
	run({ out }) {
		const lines = globalFlags
			.filter((flag) => !flag.missing && flag.name !== 'help')
			.toSorted((a, b) => (a.name < b.name ? -1 : 1))
			.map(({ name, short, type, default: given = '' }) => {
				const names = `${short === undefined || short === name ? '' : `-${short}, `}--${name}`;
				const value = type === 'string' ? `'${given}'` : type === 'array' ? '[]' : given;
				return `    ${names}=${value}\n`;
			});
		out(`The following options can be passed to any command:\n\n${lines.join('')}`);
		return atOnce();
	}
};
