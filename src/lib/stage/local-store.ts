/** Keeps words on this device, under names of Kinetes' own; where that is not allowed, for as long as the page stands. */
export const localStore = {
	read: (name: string): string | null => {
		try {
			return localStorage.getItem(`kinetes.${name}`);
		} catch {
			return null;
		}
	},
	write: (name: string, value: string): void => {
		try {
			localStorage.setItem(`kinetes.${name}`, value);
		} catch {
			// Without storage a choice lasts as long as the page.
		}
	}
};
