import { useReducer } from "react";

/**
 * Says what may need words that are still on their way to the browser; undefined until they are there. For a form that
 * must not wait for them as a page does: it and what was typed would be gone meanwhile.
 */
export function useComingWords(): <Said>(say: () => Said) => Said | undefined {
  const [, sayAgain] = useReducer((times: number) => times + 1, 0);
  return (say) => {
    try {
      return say();
    } catch (coming) {
      if (!(coming instanceof Promise)) throw coming;
      void coming.then(sayAgain);
      return undefined;
    }
  };
}
