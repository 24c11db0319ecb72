import { html, type TemplateResult } from 'lit-html';

const hueOf = (name: string): number =>
  [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360, 7);

/** The last two signs of a Chinese name, the initials of another. */
const initials = (name: string): string => {
  const chinese = name.match(/\p{Script=Han}+/u)?.[0];
  if (chinese) return [...chinese].slice(-2).join('');
  const parts = name.split(/\s+/).filter(Boolean);
  return parts
    .map((part) => [...part][0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
};

export const drawAvatar = (name: string, isApp: boolean): TemplateResult =>
  html`<span class="avatar ${isApp ? 'of-app' : ''}" aria-hidden="true"
    style="--hue: ${hueOf(name)}">${isApp ? [...name][0] : initials(name)}</span>`;
