"""Text around articles on news pages, written for the project. pages.py lays out pages from it.

The names of publishers, people and places are invented or drawn from the name lists of src/resources/en.
"""

SECTIONS = """News|World|UK|US|Politics|Business|Money|Markets|Economy|Tech|Technology|Science|Health|Climate|Environment|Sport|Sports|
Football|Cricket|Rugby|Tennis|Golf|Opinion|Comment|Editorials|Letters|Columnists|Culture|Arts|Books|Music|Film|Movies|TV|TV & Radio|Theatre|
Games|Lifestyle|Life & Style|Food|Recipes|Travel|Fashion|Homes|Property|Motoring|Cars|Family|Education|Weather|Video|Videos|Photos|
Pictures|Podcasts|Audio|Live|Live TV|Latest|Local|Regional|National|International|Africa|Asia|Europe|Middle East|Americas|Elections|Crime|
Courts|Police|Traffic & Travel|Obituaries|Jobs|Classifieds|Crosswords|Puzzles|Horoscopes|Cartoons|Events|What's On|Competitions|Shopping|Deals|Coupons|
Newsletters|E-paper|Archive|Magazine|Weekend|Investigations|Explainers|Fact check|Data|Features|Long reads|In depth|Analysis|
Schools|Farming|Energy|Defence|Royals|Celebrity|Entertainment|Showbiz|Reviews|Gadgets|Space|Wildlife|Religion|Real Estate|Personal Finance|
Small Business|Startups|Crypto|Stocks|Media|Trending|Most Read|Top Stories|Breaking News|Home|Home Page|Front Page|More|All Sections|A-Z""".replace("\n", "").split("|")

SITE_BUTTONS = """Skip to main content|Skip to content|Skip navigation|Jump to navigation|Menu|Open menu|Close|Close menu|Search|Search for:|Search this site|
Toggle navigation|Toggle search|Log in|Login|Sign in|Sign up|Sign out|Register|My account|My profile|Subscribe|Subscribe now|Subscribe today|Support us|Donate|Become a member|
Start free trial|Get the app|Download our app|Newsletters|Notifications|Accessibility help|Accessibility links|Switch to dark mode|English|Edition|Change edition|
UK edition|US edition|International edition|Watch live|Listen live|On air now|Back to top|Advertise with us|Today's paper|Manage your account|Saved articles|Help|Account|
Show more|View all|See all|Go|Submit|Loading...|Expand|Weather forecast|Manage my account|Cancel|Enter search terms|Search query|Create account|Join now|Hide|Next|Previous""".replace("\n", "").split("|")

COOKIES = """We use cookies to make this site work and to show you advertising. You can accept all cookies or choose which ones you allow.
We and our partners store and access information on your device, such as cookies, and process personal data to show you personalised ads.
By using this site you agree to our use of cookies. Find out more in our privacy policy.
This website uses cookies to improve your experience. If you carry on, we will assume that you are happy with this.
We value your privacy. We and our 845 partners need your consent to store information on your device.
Your choices will apply to this website only. You can change your preferences at any time by returning to this site.
These cookies are necessary for the website to function and cannot be switched off in our systems.
Your browser is out of date. Please update your browser to get the best experience on our site.
To enjoy everything on this page, please turn on JavaScript in your browser.
It looks like you are using an ad blocker. Our journalism is paid for by advertising, so please consider switching it off.
We've updated our privacy notice and our terms of use. Please read them before you continue.""".split("\n")
COOKIE_BUTTONS = """Accept|Accept all|Accept all cookies|Reject all|I agree|Agree|OK|Got it|Manage preferences|Manage cookies|Cookie settings|Privacy settings|
More options|Learn more|No thanks|Continue|Yes, I agree|Save and exit|Manage choices|Dismiss|Not now|Allow all""".replace("\n", "").split("|")

SHARE = """Share|Tweet|Facebook|Twitter|X|WhatsApp|Email|Print|Copy link|LinkedIn|Reddit|Pinterest|Telegram|Messenger|Share on Facebook|Share on Twitter|Share on X|
Share via Email|Share this article|Share this story|Share this|Share page|Share article|Link copied|Copy link to clipboard|Save|Save for later|Save article|Bookmark|Comments|Comment|0 Comments|12 comments|
View comments|Add comment|Leave a comment|Email this article|Print this page|Click to share on Facebook (Opens in new window)|Click to share on Twitter (Opens in new window)|Share on WhatsApp|
Share to LinkedIn|Post|Gift this article|Give this article|Follow|Like|1.2k|348|56 shares|212 SHARES|A|A+|A-|Text size|Listen|Listen to this article|Listen to article|Reprints|Share full article|
Bluesky|Threads|Mail|SMS|Flipboard|Follow us on Google News|Add us on Google|+|Resize text|Font size|Copied|More|Share via|Shares|Save Story|Print article|Republish this article""".replace("\n", "").split("|")

PROMO_CUES = """Read more|READ MORE|Read More|Read also|Also read|ALSO READ|Read next|Related|RELATED|Related article|Related Articles|Related Stories|Related story|Related content|See also|See more|More on this story|
More on this|More from|MORE:|Watch|WATCH|Watch more|Recommended|Recommended for you|Recommended stories|You might also like|You may also like|Up next|Up Next|Don't miss|Editor's Picks|Editors' picks|
Editor's choice|Must read|Trending now|Trending|In case you missed it|Further reading|Keep reading|More stories|Most popular|Most viewed|Listen to|LISTEN|Explore more|Dig deeper|Go deeper|Suggested reading|
In other news|Top stories|TOP STORIES|What to read next|More like this|From our partners|Around the web|Learn more|Background|Story continues|See our full coverage|Live updates""".replace("\n", "").split("|")

SIGNUPS = """Sign up to our daily newsletter for the stories that matter, straight to your inbox.
Get our morning briefing delivered to your inbox every weekday.
Subscribe to our newsletter
Sign up for free to get the best of our journalism by email.
Stay informed with our free daily newsletter
Want more stories like this? Sign up here for our weekly email.
Enter your email address
Your email address
By signing up you agree to our terms and conditions and privacy policy.
Thank you for signing up!
Thanks for subscribing. Please check your inbox to confirm.
There was a problem signing you up. Please try again.
You can unsubscribe at any time.
Follow us on Facebook and Twitter for the latest from your area.
Download our free app to get alerts as news breaks.
Never miss a story: get breaking news alerts on your phone.
Have you been affected by this? Get in touch by emailing newsdesk@example.com.
Do you know more about this story? Contact our reporters in confidence.
Join our WhatsApp channel for breaking news and the best of our reporting.
To get alerts for our biggest stories, turn on notifications.
Stay up to date with the news you care about: like our page on Facebook.
Be the first to know: sign up to our email alerts.
Want to keep up with what is happening where you live? Download our app.
The paper as an e-paper, an exact replica of the print edition to read on any device and share.
Plan your next journey with our travel letter: deals, places to go and what to pack.
Unlimited access to articles from across the country with one account.
Daily puzzles and the crossword, and a letter from the editor before everybody else gets it.
A welcome email is on its way. If you do not see it, please check your junk folder.
Our reporters explain the week in markets, and what it means for your savings.
Choose us as a preferred source in your search results to see more of our reporting.
The email you need for the day's most important stories, every morning at seven.
Our weekly guide to the best films, books and concerts, sent every Friday.
Everything you need to know about the markets before they open, from our business team.
Your weekly guide to travel, with deals, tips and places to go.
See more of our stories when you search: add us as a source.
A look at the week in politics by our editor, every Sunday.
The best of our sports coverage in one place, with results, interviews and analysis.
Follow our live coverage of the election for the latest news and results.
Check out our podcast for more on this and other stories.
Got a question for our experts? Send it to us and we may answer it in a future issue.
Tap here to see more videos from our newsroom.
Click here to read the court documents in full.""".split("\n")

END_NOTES = """{p} reported from {c}. {a} writers {q} in {d} and {s} in {c} contributed to this report.
{p} and {q} reported from {c} and {s} from {d}. Researcher {q} contributed.
—{a} writer {q} in {c} contributed to this report.
{a} writers {p}, {q} and {s} contributed to this story.
{p} is a {w} reporter for {site}.
{p} is the editor and publisher of {site} and a contributor to other papers. The views here are those of the author.
{p} joined {site} in {m} {year} and has written about {w} since {year}.
Have a tip? {p} may be reached at newsroom@example.com. Follow the paper on Twitter or on Facebook.
Contact {p} at newsroom@example.com or on the number below.
Click here to read the full ruling and our analysis.
Click here to see more of our pictures.
Visit our election page to learn how to register and where to vote.
{site} is an independent news organisation dedicated to factual reporting. Founded in {year}, it remains the most read source of news in the county.
{site} has offered accurate and timely reporting for almost two decades. Visit our shop to support our work.
Sometimes we include links to online shops. If you click on one and buy something we may receive a small commission.
Like this story? Share it with a friend!
If you liked this story, you will love our weekly letter, which is free and comes every Friday.
Get the monthly magazine delivered through your letterbox. 12 issues for £12.99. Click here for more information.
Get the latest updates from the campaign trail, interviews and more in our politics letter.
Get live updates and results of the {year} exams here.
This article was first published by {a} and is reprinted with permission.
This article has been adapted from its original source.
Want to read more about {w}? Our reporters answer your questions every week.
For more on {w}, listen to our podcast or watch our programme on Sundays at nine.
Check out our fact checks to see what others got wrong.
If you need help, call the national helpline at any time of day, or talk to somebody you trust.
Reach {p} by email at newsroom@example.com.
The writer teaches {w} at the university of {c}.
With reporting by {q} in {c} and {s} in {d}.""".split("\n")

ADS = """This advertisement has not loaded yet, but your article continues below.|This advertisement has not loaded yet.|Article content|Advertisement 2|Advertisement|ADVERTISEMENT|Advertisement - scroll to continue|Ad|AD|Advert|Article continues below advertisement|Story continues below advertisement|Continue reading below|Sponsored|Sponsored content|
Promoted|Paid for by our partners|Scroll to continue with content|Skip advertisement|Skip past newsletter promotion|after newsletter promotion|Article continues after ad|Continue reading the main story|
Remove ads|Loading ad|Ad feedback|Report ad|Ads by our partners|Story continues after video|This ad will close in 10 seconds|Advertising|Continue reading|Article continues""".replace("\n", "").split("|")

PAYWALL = """Subscribe to continue reading
This article is for subscribers only.
Already a subscriber? Log in here
To continue reading, register for free or log in to your account.
You have 2 free articles left this month.
Unlock this article with a digital subscription for less than a cup of coffee a week.
As a subscriber, you have 10 gift articles to give each month. Anyone can read what you share.
Keep reading for $1
Support independent journalism: subscribe from as little as £1 a week.
Thank you for reading. Please consider supporting our newsroom with a donation.
We rely on readers like you to fund our work. If you can, please support us today.
Get unlimited access to all our reporting. Cancel at any time.
Choose a plan
Unlimited access to every article on our site and apps.
All our newspapers in one digital package, with the exact replica of the print edition.
Puzzles, quizzes and the daily crossword
Read five more articles a month when you register.
Take part in the conversation and comment on stories.
Exclusive analysis by our award-winning columnists
Weekly letters from the editor
Subscribe now to read the latest news in your city and across the country.
Sign in or create an account to carry on reading.
Enjoy fewer ads and a faster site
Support local journalism and the next generation of reporters
Special offer for new subscribers: 3 months for the price of one
Access to our archive, going back to {year}
Renew or manage your subscription in your account.""".split("\n")

MEDIA = """View 6 Images|View 14 Images|1/5|View 3 photos|This is a modal window.|This video file cannot be played.|Back to video|Wait 1 second to continue.|Your video will play in 00:25|Tap here to see other videos from our team.|
Try refreshing your browser, or tap here to see other videos.|We apologize, but this video has failed to load.|Video Not Available|Stream Type LIVE|Remaining Time -0:00|Loaded: 0%|Caption|Buy Photo|View Photos|Play video|Play Video|Watch: |Video|VIDEO|Watch now|Play|Pause|Mute|Unmute|Fullscreen|Close gallery|View gallery|View 12 photos|1 of 8|3/12|Show caption|Hide caption|Enlarge image|
Open image in gallery|Loading video|Video duration 01:42|00:00|0:00 / 2:31|Current Time 0:00|This video can not be played|To play this video you need to enable JavaScript in your browser.|
Media playback is not supported on your device|Listen to this story|Listen 4 min|Your browser does not support the audio element.|Slideshow|Gallery|Image|Photo|Photos|Live blog|View image in fullscreen|
Toggle caption|Enlarge this image|Click to enlarge|Video Player is loading.|Duration 1:05|Next slide|Audio|Playback speed|04:12|Autoplay""".replace("\n", "").split("|")

TAIL_HEADINGS = """Related Topics|Related topics|Topics|Tags|Tags:|Filed under|More on this story|More from|Most read|Most Read|Most popular|Popular now|Trending|Latest news|Latest stories|Latest|Top stories|
Editor's picks|Recommended|Around the site|Elsewhere on the web|Sponsored content|From the web|Comments|Leave a reply|Leave a comment|Join the conversation|Post a comment|About the author|
Contact us|Follow us|Connect with us|More in this section|You may also like|Related stories|Related Articles|READ MORE|Read next|Up next|Explore|Company|Services|Legal|Help|Also in the news|
Must see|Elsewhere|Top videos|Our Picks|More headlines|Related News|Recent posts|Other news|Share this story|More news|Trending stories|In this section|Discover more|Don't miss|View comments""".replace("\n", "").split("|")

FOOTER = """About us|About|Contact us|Contact|Advertise|Advertise with us|Careers|Jobs|Work for us|Press office|Terms of use|Terms and conditions|Terms of service|Privacy policy|Privacy notice|Cookie policy|
Cookies|Accessibility|Sitemap|Site map|Help|FAQ|Corrections|Complaints|Editorial standards|Code of ethics|RSS|Newsletters|Subscribe|Archive|Modern slavery statement|Do not sell my personal information|
Your privacy choices|Ad choices|Licensing|Syndication|Reprints|Feedback|Report an error|Facebook|Twitter|Instagram|YouTube|LinkedIn|TikTok|Apps|Back to top|Customer service|Community guidelines|
Ethics policy|Secure tips|Send us a tip|Supply chain|Parental guidance|Store|Press releases|Media kit|Help centre|Contact the newsroom|Cookie settings|Consent preferences""".replace("\n", "").split("|")
FOOTER_LINES = """© {year} {site}. All rights reserved.
Copyright {year} {site}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
© Copyright {year} {company}
{site} is not responsible for the content of external sites.
Registered in England and Wales. Company number 0{n}.
Part of the {company} group
{company}, 1 Harbour Street. Registered office as above.
Quotes delayed at least 15 minutes. Market data provided by others.
All content copyright {site} {year}.
This site is protected by reCAPTCHA and the privacy policy and terms of service apply.
Powered by {company}
If you have a complaint about our content, please contact the editor. We follow a code of practice.
Reproduction in whole or in part without permission is prohibited.
The material on this site may be used for personal purposes only, except with the prior written permission of {company}.
Use of this site means that you accept our user agreement and privacy policy.
Some of the links in this article are affiliate links. We may be paid a commission if you buy something through them.
{site} is a member of an independent press standards body. To make a complaint, see our contact page.
{site} is an independent news organisation founded in {year} and read by millions.
Our community rules apply to everything you post on this site.
This story has been shared {n} times.
Have a tip? Email the newsroom or call us on the number on our contact page.
Visit our shop for mugs, prints and tea towels with our best-loved front pages.
{site} has reported from the region since {year}. Our journalists work for you, not for shareholders.
Connect with other readers and get expert advice in our forums.
Got a question? Our team of experts answers one every week.
Unfortunately, this video is not available in your region.
Request failed. Try again.
Note: we are moderating all comments for the time being because of spam.
Our mission is to report without fear or favour. Founded in {year}, {site} today has readers in more than 90 countries.
To enquire about a licence for this article, write to {company}.""".split("\n")

COMMENTS = """This is exactly what I have been saying for years. Nobody ever listens until it is too late.
Disagree. The people who live there know better than anybody in an office.
Great article, thank you for covering this.
And who is going to pay for it? We are, as usual.
I was there last week and saw nothing of the kind.
Can someone explain why this took so long? It makes no sense to me.
Typical. They promise the earth before the vote and forget it the day after.
lol not surprised at all
Well said! I could not agree more with you.
You clearly did not read past the headline.
My grandfather worked there all his life and he would be ashamed of them.
Sad news. My thoughts are with the family.
I have lived in {c} for forty years and I have never seen the council do anything quickly, so do not hold your breath.
If you look at the figures for the last ten years you will find that nothing has changed except the price, and that has doubled.
To the person above: no, it was not the last government that started this. It goes back to {year}, when they sold the land for next to nothing.
The law should be changed so that anybody who does this loses the right to hold office. It is that simple, and they will never do it.
My son is a nurse and he tells me that it is far worse than they say. People wait in corridors all night, and nobody in the papers writes about that.
As usual the comments are better than the article. Thank you, {p}, for putting it so clearly.
Money talks.
What a joke!!!
So where were you when we asked for help?""".split("\n")
COMMENT_FURNITURE = """Reply|Like|Report|Report abuse|Reply 4|Recommend|Share|Show more replies|Load more comments|Newest|Oldest|Most liked|Sort by|Log in to comment|2 hours ago|3 days ago|1 week ago|Upvote|Permalink""".split("|")
COMMENT_RULES = """Please log in or register to comment
Your email address will not be published. Required fields are marked *
Comments are moderated. Please keep to our community guidelines.
Be the first to comment on this story.
The views expressed in the comments are not those of this site.
Comments are closed for this article.
Please be respectful of others in your comments. We aim to offer a place for discussion, and we remove posts that break our rules.
No HTML tags allowed.
Lines and paragraphs break automatically.
Rating failed. Try again.
Readers with this badge have posted thoughtful comments for more than a year.
Editors and reporters may recommend a comment that adds to the story.
We will promote helpful comments to the top so that everybody sees them.
To report a comment, click on the flag beside it.
You must verify your email address before you can post.
We have switched off comments on some stories for legal reasons.""".split("\n")

ROLES = """Political correspondent|Health correspondent|Business reporter|Local democracy reporter|Senior reporter|Chief sports writer|Environment editor|Economics editor|Transport correspondent|Science reporter|
Staff writer|Staff Writer|Staff Reporter|Education Editor|Crime reporter|Contributor|Contributing writer|Home affairs correspondent|Europe editor|Diplomatic correspondent|Data journalist|Freelance journalist|
Digital reporter|Associate editor|Columnist|Guest columnist|World affairs editor|Technology reporter|Arts critic|News editor|Senior correspondent|Night editor|Money reporter|Bureau chief|Climate reporter|Reporter""".replace("\n", "").split("|")
AGENCIES = """Reuters|The Associated Press|Associated Press|AP|AFP|Agence France-Presse|PA Media|Press Association|Bloomberg|Bloomberg News|ANI|PTI|Xinhua|dpa|EFE|Kyodo News|Thomson Reuters|IANS|Staff and agencies|Agencies|Canadian Press|News agencies""".replace("\n", "").split("|")
CITIES = """Nairobi|Brussels|Washington|London|Cape Town|New Delhi|Lagos|Sydney|Toronto|Dublin|Edinburgh|Jakarta|Manila|Cairo|Berlin|Paris|Madrid|Warsaw|Kyiv|Beijing|Tokyo|Seoul|Lima|Bogota|Mexico City|Chicago|Boston|Denver|Accra|Kampala|Belfast|Leeds|Perth|Singapore""".split("|")
CREDITS = """Getty Images|AP|Reuters|AFP|PA|EPA|Getty|AFP/Getty Images|File photo|Shutterstock|iStock|Alamy|Supplied|Handout|AP Photo|Press Association|Facebook|Google Maps|Rex|Bloomberg|Contributed|Unsplash|LDRS|Submitted photo|Police handout|Wikimedia Commons""".split("|")
SITE_WORDS = """Harbour|Valley|Northern|Daily|Evening|Morning|County|Coastal|Capital|Metro|City|Island|Prairie|Highland|Lakes|River|Summit|Beacon|Pacific|Meridian|Union|Frontier""".split("|")
SITE_KINDS = """Herald|Gazette|Post|Times|Echo|Courier|Observer|Chronicle|Tribune|Mercury|Standard|Sentinel|Journal|Dispatch|Argus|Record|Today|News|Star|Wire""".split("|")

SUBHEADS = """What happens next?|What we know so far|A long road ahead|'No time to lose'|Why it matters|How we got here|The background|A changed town|Counting the cost|Who is affected?|The reaction|What the experts say|
Looking ahead|THE BOTTOM LINE|BIG QUESTIONS REMAIN|Room for doubt|Pressure grows|A fragile deal|Behind the numbers|What they said|Early years|Mixed response|Key dates|A matter of trust|'Nobody told us'|Legal battle|
Money troubles|The next steps|Calls for change|Questions remain|1. Start early|2. Ask for help|3. Keep records|Family tribute|Political fallout|Timeline|Next steps|Analysis|At a glance|What does it mean?|Growing concern|Old wounds|Check the price|Ask your bank|Know your rights|Plan ahead|Do not panic|Choose the right time|Read the small print|Keep a diary|Use the train|Compare the offers|Watch the weather|Talk to a neighbour""".replace("\n", "").split("|")

POSTS = """What a night in {c}! Thank you to everyone who came. #proud
BREAKING: Explosion reported near {c}. More to follow.
We are aware of the incident in {c} and are working with the police.
No comment. Just look at this.
This is what leadership looks like. {p} gets it.
NEW: {p} to step down, two people close to the talks tell us. Story soon.
I have never seen anything like this in 20 years of reporting from {c}
Today we stand with the people of {c}. Our thoughts are with the families.
Statement on the events of last night:
Traffic is moving again on the bridge. Thanks for your patience!
Proud to announce that I will be running for office again
pic.twitter.com/{n}""".split("\n")

TEASERS = """{p} wins surprise vote after night of drama
Ten things to do in {c} this weekend
How {c} became the home of slow food
Why is everybody talking about {p}?
{c} braces for second day of storms
Woman, 34, charged after crash near {c}
Inside the secret world of {c}'s night markets
Ministers under fire over {c} rail delays
{p}: 'I never wanted to be famous'
Best laptops of {year}: our top picks tested
Police appeal for witnesses after {c} robbery
Quiz: how well do you know {c}?
{p} dies aged 81
Rents in {c} hit record high, figures show
The {year} fixtures in full
'We lost everything': life after the fire in {c}
Watch the moment a bear walks into a school in {c}
Opinion: {c} deserves better than this
Teenager rescued from cliff near {c}
{c} hospital told to improve by inspectors
{p} signs new contract with {c} club
Five takeaways from the {c} debate
Recipe of the week: lentils with lemon
Shares slide as {c} bank warns on profits
Is this the end for {p}?
What to watch tonight
{c} airport strike called off
{p} breaks silence on split
Weather: snow and ice warning for {c}
The best photographs of the week
{p} hits back at critics after being left out of the squad for the final against {c}
Flights cancelled and roads closed as the worst storm in a decade moves towards {c}, forecasters say
What we know about the {c} fire, and the questions that {p} still has to answer
'It was like a film': passengers tell of their escape from a burning train near {c}
{c} mayor promises to build 20,000 homes, but critics ask where the money will come from
Mother of missing hiker {p} says the family has not given up hope
Why scientists are worried about a small lake near {c} that nobody had heard of until now
Court rejects appeal by {p} over unpaid taxes
{c} police arrest three after a week of unrest
Exclusive: leaked letters show that {p} knew about the risk two years ago
{p} to lead the inquiry into the {c} bridge collapse
Hundreds march in {c} over the price of bread...
OPINION: The lesson of {c} is that nobody was listening
PHOTOS: Carnival returns to {c} after three years
VIDEO: {p} storms out of interview
A day in {c}: where to eat, walk and sleep on a small budget
Tourist finds ring lost 40 years ago on a beach near {c}
{c} schools to stay closed until Monday as snow blocks the roads
Explained: the row over the {c} dam in five charts
The town that said no to {p}""".split("\n")

# Paragraphs in genres that the releases lack: columns, guides, reviews, interviews, sport.
SHORT_PARAGRAPHS = """It did not work.
Nobody answered.
"We had no choice," {p} said.
"I am not going anywhere," she added.
He declined to comment.
So what went wrong?
And then it rained.
The inquiry continues.
The trial is expected to last three weeks.
"That is all I can tell you," {p} told reporters.
Not everyone agrees.
Work could begin in the spring if the council agrees.
A vote is due before the summer.
The bridge should open to traffic by the end of next year.
She leaves a husband and two sons.
No date has been set for the next round of talks.
The court will hear the case in March.
The road has since been reopened.
Both sides are to meet again in {c} next week.
Residents have until Friday to object.
It was not clear who would pay for the repairs.
The company's shares closed slightly higher.
He is due to appear in court on Thursday.
The work would take about two years, engineers in {c} said.
The family has asked for privacy.
She was 81.
There is, however, a catch.
But is that enough?
The firm has been asked for comment.
'It was chaos,' said {p}, who has run the café in {c} since 2004.
Here is what we know.
What does that mean in practice?
{p} said:
It begins with a letter.
The answer came on Friday: no.
A decision is due next month.
He was right.
"Never," he said. "Not in a hundred years."
That was in {year}.
Police are appealing for witnesses.
None of this is new.
Then came the flood.
The match finished 2-2.
{c} will play {p}'s side again in March.
Why?
Perhaps.
And yet…
I asked her why.
They wait.
"Yes."
We shall see.""".split("\n")
LONG_PARAGRAPHS = """If you have ever waited for a bus in {c} on a wet Monday, you will know the feeling: you look at your watch, you look at the sign, and you begin to wonder whether you would not have been quicker on foot.
Before you apply, check that your passport is valid for at least six months and that you have enough money in your account to pay the fee. You will be asked for both.
I have been a member of this choir for eleven years, and I can tell you that our first concert was the worst evening of my life. We laughed about it later.
You will need two onions, a little oil and more patience than you think. Chop the onions, warm the oil and wait until your kitchen smells of summer.
We tested each model for a week in our own homes. The cheapest surprised us: it is light, it is quiet and you can wash it in the sink.
{p} took the lead after nine minutes when a long ball over the top found him unmarked, and his shot went in off the post. {c} never recovered.
The album opens with a song about his father, and it is the best thing that he has written: three chords, a cello and a voice that has learned to wait.
Your rights depend on when you bought the ticket. If you paid by card, you can ask your bank to return the money; if you paid in cash, you will need the receipt.
What we are seeing here, our economics editor says, is the slow end of cheap money. Our mortgages, our cars and our weekly shop will all feel it.
It is easy to blame the young. It is harder to admit that we, who had free schools and cheap homes, have left them neither.
The phone's screen is bright enough to read in the sun, the battery lasts two days, and the camera is as good as that of phones that cost twice as much. Subscribers to the old plan can keep their number.
"You do not close a library because it is empty on a Tuesday morning," {p} said, pointing at the shelves. "You ask yourself why it is empty, and then you open it on a Sunday."
The company, which makes its money from advertising, said that cookies and similar tools would no longer follow users from site to site. Privacy groups welcomed the change but said that the details were vague.
More than 40,000 people have signed a petition against the plan, and the newsletter of the residents' group now has more subscribers than the local paper.
Readers of this column will know that I am no friend of the motor car, but even I had to smile when the mayor of {c} got into hers to open the new cycle path.
The video, which has been watched more than two million times on social media, shows a man in a red coat climbing onto the roof. Facebook and Twitter have since removed it.
Click on any street of the new map and you will see how much of it would be under water. Ours would be, and so, I am sorry to say, would yours.
For the first time in its history the festival will be streamed live. {p}, who runs it, hopes that viewers at home will subscribe for the whole weekend.""".split("\n")

# Short lines of reports with many names and numbers.
RESULTS = """{p} took first place in the 100-metre race in {n} seconds.
{c} senior {p} finished second behind {q}.
{c}: {p} scored {n} points and {q} had {m}.
{c} {n}, {d} {m}
{p} ({c}) beat {q} in straight sets.
{c}'s {p} won the long jump and {q} came third.
{n} percent of those asked in {c} said yes, {m} percent no.
{p}, {n}, of {c}, was fined £{m}.
Summary: {c} diver {p} won the state title with a score of {n}.{m}.
The Latest on the storm in {c} (all times local):
{p} of {c} declined to comment.
In {d}, {p} beat {q} by {n} votes.
{c} plays at {d} on Friday.
Shares of {p} & Sons rose {n} percent to ${m}.
The {c} fund was up {n} percent on the year.
{n} minutes: {p} heads over the bar from a corner.
Revenue from the tax has come to about ${n} million so far.
{p} had {n} rebounds, {q} added {m} points and {c} won its fourth in a row.
{c} to {d}, from £{n}
Next for {c}: a trip to {d} on Sunday.
Why {c}? Because it is cheap.
Remember the great snow of {c}?""".split("\n")

DISCLAIMERS = """We may earn a small commission if you buy through links in this article.
This article contains affiliate links. Our reviews are independent, and nobody pays to be in them.
Some of the products below were lent to us by their makers. We choose what we review ourselves.
This is an opinion column. The views expressed are those of the author.
This story is part of a series on the future of work. Read the rest here.
This story was produced in partnership with a university newsroom.
Warning: some readers may find details of this story upsetting.
This page is updated through the day with the latest news.
Your support helps us tell the story. Just £2 a month makes a difference.
Support independent journalism by subscribing today. The first month costs $1.
Listen to a recorded version of this article
This article is more than 5 years old
Wait for the video to load, or reload the page.
This was published two years ago.
Editor's note: this story has been updated with a statement from the company.
Note to readers: prices were correct when we published.
Watch the full interview in the video above.
Your video will start in 10 seconds.
{p} tells our reporter what it was like to grow up in {c} in the video below.
{p} discusses the future of {c} and why voters there feel forgotten.""".split("\n")

CAPTIONS = """In this {m} {d}, {y} photo, {n} {v} in {c}.
{N} {v} in {c}, {w}, {m} {d}, {y}.
{N} {v} in {c} on {w}.
{n} {v} in {c}
{n} {v} in {c} last year.
{n}, {r}, {v} in {c}, {y}.
A file photo shows {n} at a rally in {c} in {y}.
An aerial view of {c} after the storm
An illustration of what the new bridge at {c} could look like.
A map of {c} shows where the fire began.
{n}, pictured outside court in {c}
{N} {v} at the border near {c}, {m} {d}, {y}.
This combination of photos shows {n}, left, in {c} on {m} {d}, {y}, and {n2}.
{n}, left, and {n2} {v} in {c}.
{n} (right) {v} with {n2} in {c}.
{n} was {r} when the plant in {c} closed.
{n} said that the work in {c} would take years.
{n} has worked in {c} since {y}.
{N} in {c} have been told to stay at home.
The bridge at {c} was built in {y} and is used by thousands each day.
{n} and {n2} met in {c} in {y}.
Scroll right to see more pictures of {c}
{c}: quiet streets after the curfew
{N}""".split("\n")
CAPTION_VERBS = """speaks during a news conference|speaks to reporters|attends a meeting|looks on|poses for a photograph|arrives for a hearing|walks past a damaged shop|waves to supporters|shakes hands with voters|
stands in front of her house|leaves a court|holds a picture of his son|rides a horse|reacts after a goal|celebrates scoring the winning goal|dunks over a defender during the second half|is seen at a market|gestures during an interview|carries water|
sells bread|waits for a train|lies on the shore|burns|is pictured|feeds his cattle|takes part in a drill|greets a crowd|casts a vote""".replace("\n", "").split("|")
CAPTION_SUBJECTS = """A woman and her children|A man|Police officers|Firefighters|A fishing boat|Protesters|Soldiers|A woman|Workers|Migrants|Fans|A sign|Commuters|The parliament building|A damaged house|Children|A doctor|An activist|Shoppers|The prime minister|Volunteers""".split("|")

VIDEO_BLURBS = """{p} of the {c} institute discusses what the ruling means for small firms.
{p} joins our morning show to talk about the new book and life in {c}.
Our correspondent in {c} explains why the talks broke down.
{p} reacts to the vote in {c} and the calls for a new election.
{p}, a former adviser, weighs in on the budget and what it means for your family.
The actor {p} tells how a summer in {c} changed everything.
{c}'s mayor {p} on crime, housing and the cost of living
How a small team from {c} beat the giants
In the latest episode, we ask {p} whether the boom can last.
A look back at the storm that changed {c} for ever
See how the {c} skyline has changed in 50 years.""".split("\n")
INFO_BOXES = """{c} at a glance
Population: 412,000
Founded: {year}
Price: £349
Pros: light, quiet
Cons: battery life
Where: {c}
When: {m} {d}
Tickets: from $25
Rating: 4 out of 5
What they said: {p}, resident
Claim: {p} said crime has doubled
Verdict: False
Source: {c} city council
Ticker	Last	Change
ABC	12.40	+0.3%
Read the ruling in full
Download the report (PDF)""".split("\n")
