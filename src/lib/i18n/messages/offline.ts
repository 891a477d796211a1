import { defineMessages } from '../define-messages.ts';

/** Another version of the app is there. */
export const offline = defineMessages(
	{
		'offline.newVersion': 'There is a new version of Kinetes.',
		'offline.reload': 'Reload'
	},
	{
		'offline.newVersion': 'Kinetes 有新版本。',
		'offline.reload': '重新載入'
	},
	{
		'offline.newVersion': 'Kinetes 有新版本。',
		'offline.reload': '重新加载'
	}
);
