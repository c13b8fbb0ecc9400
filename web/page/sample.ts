// The sample article, written for this page.
export const sample = {
  published: "2024-03-15",
  text: `Harbour city votes to close coal terminal by 2030

By Nora Whitfield

PORT ELLERY, March 14 — Councillors in Port Ellery voted late on Thursday to close the city's coal terminal by the end of 2030, ending a six-year dispute that has divided the harbour and its unions.

The plan, passed by 31 votes to 12 after a debate of more than five hours, commits $240 million to retraining workers and rebuilding the eastern docks. About 1,900 people are employed at the terminal, which handled 14.6 million tonnes of coal last year, down 22% from 2019.

"We have not voted against anybody's job tonight," Mayor Inês Carvalho told reporters outside the town hall. "We have voted for the jobs our children will have."

The Dockworkers' Federation, which represents two thirds of the workforce, said it would challenge the decision in court. Its general secretary, Tom Adebayo, called the timetable "a promise written on water" and accused the council of ignoring its own experts.

"Nobody has shown us where a crane driver of 55 goes on Monday morning," he said.

Carvalho rejected the criticism. She said that a report by the University of Ellery, published in January, had found that at least 2,300 posts could be created in offshore wind and ship repair because the deep-water berths would be free for larger vessels.

Meridian Bulk, the company that runs the terminal, supported the closure but wants compensation. Its chief executive, Helena Strand, said the firm would ask for between €80 million and €95 million. One official close to the talks said the city was ready to pay "perhaps half of that".

The vote was welcomed in Germany, whose government has promised to buy green hydrogen from the region under an agreement signed in Berlin on 2 February. Environmental groups, including Clear Tide, held a vigil on the quay on Wednesday evening; police said 400 people attended, while organisers put the number at nearly 1,000.

If the court agrees to hear the union's case, a first hearing could take place in June. The council will publish a detailed timetable within 90 days.

"This is the beginning of the hard part," Carvalho said.
`,
};
