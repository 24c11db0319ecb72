/** Makes a LIKE pattern in which whatever the person typed stands for itself. */
export const likePattern = (text: string, where: 'anywhere' | 'start'): string => {
  const literal = text.replace(/[\\%_]/g, '\\$&');
  return where === 'anywhere' ? `%${literal}%` : `${literal}%`;
};
