import type { Command } from '../../command.ts';
import { setEnv } from './set-env.ts';
import { setImage } from './set-image.ts';
import { setResources } from './set-resources.ts';
import { setSelector } from './set-selector.ts';
import { setServiceAccount } from './set-service-account.ts';
import { setSubject } from './set-subject.ts';

/** Models kubectl pkg/cmd/set/set.go. */
export const set: Command = {
	name: 'set',
	flags: [],
	subcommands: [setEnv, setImage, setResources, setSelector, setServiceAccount, setSubject]
};
