/** What this tab keeps over a reload, and no other tab sees. */
export const keptInTab = {
	read: (name: string): string | null => {
		try {
			return sessionStorage.getItem(`kinetes.${name}`);
		} catch {
			return null;
		}
	},
	write: (name: string, value: string): void => {
		try {
			sessionStorage.setItem(`kinetes.${name}`, value);
		} catch {
			// Without storage it lasts as long as the page.
		}
	}
};
