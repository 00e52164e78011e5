/** `media/grille.md` is given to learners as `media/grille.docx`. */
export const documentPath = (path: string) => path.replace(/\.md$/i, '.docx');
