BEGIN TRANSACTION;
CREATE TABLE adjournment (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	began TEXT NOT NULL, 
	ended TEXT, 
	section_id TEXT, 
	anchor TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	CONSTRAINT pk_adjournment PRIMARY KEY (id), 
	CONSTRAINT fk_adjournment_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_adjournment_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE agenda_item (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	purpose TEXT, 
	matter_id TEXT, 
	presenters TEXT NOT NULL, authority INTEGER DEFAULT '0' NOT NULL, staff_excluded INTEGER DEFAULT '0' NOT NULL, secret INTEGER DEFAULT '0' NOT NULL, secrecy_ground TEXT DEFAULT '' NOT NULL, neutral_heading TEXT DEFAULT '' NOT NULL, carried_from TEXT CONSTRAINT fk_agenda_item_carried_from REFERENCES agenda_item (id), 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
INSERT INTO "agenda_item" VALUES('8ad622b7-50a5-4d1f-81d3-f2a148b3c277',0,'8d28b5a3-790e-4bc7-83a3-f926790e782c',1,'decision','Bidrag till hamnen',NULL,'31b67a86-908e-44b8-b203-4fee0ce4e40c','[]',0,0,0,'','',NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE approver (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	substitute_id TEXT, 
	CONSTRAINT pk_approver PRIMARY KEY (id), 
	CONSTRAINT fk_approver_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_approver_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_approver_substitute_id FOREIGN KEY(substitute_id) REFERENCES person (id)
);
CREATE TABLE archived_minutes (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_name TEXT COLLATE swedish NOT NULL, 
	file_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	day TEXT, 
	body_id TEXT, 
	CONSTRAINT pk_archived_minutes PRIMARY KEY (id), 
	CONSTRAINT fk_archived_minutes_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_archived_minutes_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id)
);
CREATE TABLE archived_section (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	minutes_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	decision TEXT NOT NULL, 
	text TEXT NOT NULL, 
	secret INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_archived_section PRIMARY KEY (id), 
	CONSTRAINT fk_archived_section_minutes_id FOREIGN KEY(minutes_id) REFERENCES archived_minutes (id)
);
CREATE TABLE assignment (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	"to" TEXT NOT NULL, 
	what TEXT NOT NULL, 
	due TEXT, 
	done TEXT, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE ballot (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	vote_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	choice TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_ballot PRIMARY KEY (id), 
	CONSTRAINT fk_ballot_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_ballot_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_ballot_vote_id FOREIGN KEY(vote_id) REFERENCES vote (id)
);
CREATE TABLE binder (
	id TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	created_at TEXT NOT NULL, 
	copy_id TEXT NOT NULL, 
	CONSTRAINT pk_binder PRIMARY KEY (id), 
	CONSTRAINT fk_binder_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id)
);
INSERT INTO "binder" VALUES('b12b4a95-cab5-4a49-b806-f659d192f172','Skärnämnden','2026-09-01T08:00:02.000000+00:00','c05f4103-e449-44af-8718-713579c333fa');
CREATE TABLE binder_copy (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_binder_copy PRIMARY KEY (id)
);
INSERT INTO "binder_copy" VALUES('c05f4103-e449-44af-8718-713579c333fa','Original','2026-09-01T08:00:02.000000+00:00');
CREATE TABLE body (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	parent_id TEXT, 
	CONSTRAINT pk_body PRIMARY KEY (id), 
	CONSTRAINT ck_body_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id)
);
INSERT INTO "body" VALUES('4fc91be8-be83-4565-868a-729b20aa9828',0,'committee',NULL);
CREATE TABLE body_term (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	seats INTEGER NOT NULL, 
	short_name TEXT COLLATE swedish NOT NULL, 
	customs TEXT NOT NULL, 
	CONSTRAINT pk_body_term PRIMARY KEY (id), 
	CONSTRAINT ck_body_term_seats CHECK (seats >= 0), 
	CONSTRAINT fk_body_term_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
INSERT INTO "body_term" VALUES('6b286b19-9154-4b60-83dc-b28b1fe81dea',0,'4fc91be8-be83-4565-868a-729b20aa9828','2026-01-01','Skärnämnden',3,'nämnden','{"approval_days":14,"approvers":1,"court":[],"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"colour":"","logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","recipient_groups":[],"remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true}');
CREATE TABLE conversion (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	state TEXT NOT NULL, 
	converter TEXT NOT NULL, 
	converter_version TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	pdf_sha TEXT, 
	message TEXT NOT NULL, inaccessible TEXT, 
	CONSTRAINT pk_conversion PRIMARY KEY (id), 
	CONSTRAINT ck_conversion_sha256_is_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_conversion_pages CHECK (pages >= 0)
);
CREATE TABLE correction (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	section_id TEXT, 
	day TEXT NOT NULL, 
	wrong TEXT NOT NULL, 
	"right" TEXT NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_correction PRIMARY KEY (id), 
	CONSTRAINT fk_correction_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_correction_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE decision_letter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	decision_id TEXT NOT NULL, 
	day TEXT, 
	unit TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	heading TEXT NOT NULL, 
	applied_for TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	share_percent INTEGER, 
	max_amount INTEGER, 
	period_from TEXT, 
	period_to TEXT, 
	conditions TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	reasons TEXT NOT NULL, 
	description TEXT NOT NULL, 
	costs TEXT NOT NULL, 
	financing TEXT NOT NULL, 
	signers TEXT NOT NULL, 
	CONSTRAINT pk_decision_letter PRIMARY KEY (id), 
	CONSTRAINT fk_decision_letter_decision_id FOREIGN KEY(decision_id) REFERENCES delegated_decision (id), 
	CONSTRAINT uq_decision_letter_decision_id UNIQUE (decision_id)
);
CREATE TABLE delegated_decision (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	kind TEXT COLLATE swedish NOT NULL, 
	recipient TEXT COLLATE swedish NOT NULL, 
	personal INTEGER DEFAULT '0' NOT NULL, 
	branch TEXT COLLATE swedish NOT NULL, 
	gender TEXT NOT NULL, 
	municipality TEXT COLLATE swedish NOT NULL, 
	amount INTEGER, 
	decided_by TEXT COLLATE swedish NOT NULL, 
	decided_by_title TEXT NOT NULL, 
	decided_on TEXT, 
	point TEXT NOT NULL, 
	item_id TEXT, 
	CONSTRAINT pk_delegated_decision PRIMARY KEY (id), 
	CONSTRAINT fk_delegated_decision_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_delegated_decision_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);
CREATE TABLE dispatch (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	section_id TEXT NOT NULL, 
	recipient TEXT COLLATE swedish NOT NULL, 
	manner TEXT NOT NULL, 
	address TEXT NOT NULL, 
	sent TEXT, 
	"by" TEXT NOT NULL, 
	paper_id TEXT, 
	party INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_dispatch PRIMARY KEY (id), 
	CONSTRAINT fk_dispatch_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_dispatch_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id), 
	CONSTRAINT fk_dispatch_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE draft_note (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	section_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	words TEXT NOT NULL, 
	settled INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_draft_note PRIMARY KEY (id), 
	CONSTRAINT fk_draft_note_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_draft_note_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_draft_note_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE journal_entry (
	sequence INTEGER NOT NULL, 
	copy_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	operation TEXT NOT NULL, 
	label TEXT NOT NULL, 
	person TEXT NOT NULL, 
	at TEXT NOT NULL, 
	scopes TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	refers_to TEXT NOT NULL, 
	coalesce TEXT, 
	barrier INTEGER NOT NULL, 
	erases TEXT NOT NULL, 
	digests TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_entry PRIMARY KEY (sequence), 
	CONSTRAINT ck_journal_entry_kind CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT fk_journal_entry_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id), 
	CONSTRAINT uq_journal_entry_copy_id_number UNIQUE (copy_id, number)
);
INSERT INTO "journal_entry" VALUES(1,'c05f4103-e449-44af-8718-713579c333fa',1,'CreateBody','ny nämnd','Ada','2026-09-01T08:00:04.000000+00:00','[]','do','[]',NULL,0,'[]','["82dcbf67ccb63b40b2248478ca496fd0b622031997442cf3fa106f04fcf9e604","bbd30017027a4be61019eaaea97a9a8f3bce8c63b4587b173b987ce9ac0af16f","bbe64b591389ba3148e33fe086f24cd0d973cbb138d4500e08c88acda9a4de27"]','85148244d5577bf99ac34e2c677e22cfe4482c798d88168717552d0ea42fd910','c7f7ceff4243516d8089819424d127398d958a59e81d34bfc640c642858013b0');
INSERT INTO "journal_entry" VALUES(2,'c05f4103-e449-44af-8718-713579c333fa',2,'TakeInMembers','läs in förtroendevalda','Ada','2026-09-01T08:00:06.000000+00:00','[]','do','[]',NULL,0,'[]','["cc17a902c9342d372138f6f3a362d656228a702e65535e149bce4a983d27913a","93d2632db891ed00f2cc4ce283fde6b49e789dfedc083ea93df2d74ab58979b7","9469915237a332c867e133ff549b61f8820b3d6115fdccf59315e09fa8348103","c40ae397e31c2203eb73220800b429b984a1b93ea7d29b27709fe42b30c65c3c","4b66be13699fc9cd54a16337387f24cea3afdc1e5e1a62d2dfe8eac050840859","9544281c90cf64a20345ac395952dc18d40fa685ee244e7be1046a32b77b6595","dbbe49c7c4b1b8aeb3b29a5c33d66f398826e3bccb7520eb97411110167caf7f","468a0e07f19e36e441c03c02829e9792633202380bf96bb41a094ee60445e615","5835aada92dc24957adc7b762dc385163d0c68f1e34cc24f7f52f702f23429a8"]','c7f7ceff4243516d8089819424d127398d958a59e81d34bfc640c642858013b0','49f464439fc403d03205fdb9e95ab0471ad23eec1213242c1258bce5398f1bf9');
INSERT INTO "journal_entry" VALUES(3,'c05f4103-e449-44af-8718-713579c333fa',3,'PlanMeeting','nytt sammanträde','Ada','2026-09-01T08:00:08.000000+00:00','["8d28b5a3-790e-4bc7-83a3-f926790e782c"]','do','[]',NULL,0,'[]','["30740e96b4f743f3eebd4303628e35281803469cfaa28ab6f4fb77a7b6f7143a","c96bc4ad8d59fd981873071a9aa6f7691489d0199b4e6a4954987af7dc1f838f"]','49f464439fc403d03205fdb9e95ab0471ad23eec1213242c1258bce5398f1bf9','4c2108faa74c0fa2c2018d0d7e85e4e6a5150d14af1ff7a9e2c17021454020fd');
INSERT INTO "journal_entry" VALUES(4,'c05f4103-e449-44af-8718-713579c333fa',4,'AddItem','nytt ärende','Ada','2026-09-01T08:00:10.000000+00:00','["8d28b5a3-790e-4bc7-83a3-f926790e782c"]','do','[]',NULL,0,'[]','["7b96c82aaae03917b717fa34380b11d2516bd08f2010ae72768ba2d0e66c4ce7","5eee8a846425481b6bc9035143f7896ac65deeb077d9948a2f1a25b99bf614ce","3bf4f7832241a6cad497dc3dc6bc0bc6be43463b8a686809a0fba070f964a21b"]','4c2108faa74c0fa2c2018d0d7e85e4e6a5150d14af1ff7a9e2c17021454020fd','54c42949e9e7ba6eceb5ca6773f68fec37a176bf0b6fed85bb59293bead01a26');
INSERT INTO "journal_entry" VALUES(5,'c05f4103-e449-44af-8718-713579c333fa',5,'WriteText','ändra text','Ada','2026-09-01T08:00:12.000000+00:00','["8d28b5a3-790e-4bc7-83a3-f926790e782c"]','do','[]','text:8ad622b7-50a5-4d1f-81d3-f2a148b3c277:proposal',0,'[]','["9e9a77ad3572edb5e73f23901d2627ef950cf35b864127b542eef16828da6dcc","cc64585cf6cceb718d5f968b77501ddc33bf7e6fb177ea05638e38589b33872a","ebd635530e920d454e8bb3052bc58d5c75577885022c3b733ae3dcc7a13acdbb"]','54c42949e9e7ba6eceb5ca6773f68fec37a176bf0b6fed85bb59293bead01a26','dbc030376102430ef38f701baf24bd8942bbebd96d2c212d2ceae47319f0d2d4');
INSERT INTO "journal_entry" VALUES(6,'c05f4103-e449-44af-8718-713579c333fa',6,'OpenMeeting','öppna sammanträdet','Ada','2026-09-01T08:00:14.000000+00:00','["8d28b5a3-790e-4bc7-83a3-f926790e782c"]','do','[]',NULL,0,'[]','["f6be976195e4e60c6708aee3cc1ac0a1c82a93c542034eb36e45f05c4c5d2cf0","e521fdd2200a96bb691606cb6b1bdcf5744b18a22ba8fda5c634acfbc10bd2dd","d5132634347e5b03ffd99cb762d5bab053a3413fbb0525519e7a1bc1e7b6485a","69d0e66e812bf2fc33930f30595fea5a6700e9a8d601712f081351ef37345e1c","dfc1e90f341a4da1f5a70f788d5c6600e3fb05bb37a7316636ad47410478ccf8","04b613cbce29e3de6ab64aa3aaed0f1a52daa492e409ad7574de9eb7056a2a8f","b3a7549b1bc9d7dc1ecad2325b33566d6f8461242c7fc6cede37b74fe4f336a5"]','dbc030376102430ef38f701baf24bd8942bbebd96d2c212d2ceae47319f0d2d4','74ac7e4280f73b51c188cae78aac57e83641511e94b6342644db6a162b335623');
INSERT INTO "journal_entry" VALUES(7,'c05f4103-e449-44af-8718-713579c333fa',7,'Decide','klubba beslut','Ada','2026-09-01T08:00:16.000000+00:00','["8d28b5a3-790e-4bc7-83a3-f926790e782c"]','do','[]',NULL,0,'[]','["3f5f600d544b837939b6f64d0ea2abc63f3c3255d94968576afe891acddff605","2788071bd81ddd2120e70479759e21f0015ca1e1eb8b53fdc87dbdbed6832d04","e86fb0341157ed4e7948e034f2f4464d14a210250388f0e30dde78ec159b889b","beb769f122017c1c4933b4c23104b5963342480652d00087fdc41e1b5d0a28c7"]','74ac7e4280f73b51c188cae78aac57e83641511e94b6342644db6a162b335623','d36e57b4d57d456c43c8cbf2caf68a55a777a1fae9994cda309f5f71ef17ddd9');
INSERT INTO "journal_entry" VALUES(8,'c05f4103-e449-44af-8718-713579c333fa',8,'CloseMeeting','avsluta sammanträdet','Ada','2026-09-01T08:00:18.000000+00:00','["8d28b5a3-790e-4bc7-83a3-f926790e782c"]','do','[]',NULL,1,'[]','["1ddaf186ebce11cf43f9f7f2163c1256aa5b4f8442c52f612dc2b5025014a3a9","f17f2068f191e8397dca9d248ebf7988acf59e3625f22e69a9cb4113b1c4818b","42d9c885c0c6f658db625faa76caf3e44da87de0add5059bfeb2ff6031c7d71f"]','d36e57b4d57d456c43c8cbf2caf68a55a777a1fae9994cda309f5f71ef17ddd9','3fe33a546bc81710f153c49fda1675fb65ef5e596f26df263c57f8d2efe771ce');
CREATE TABLE journal_image (
	copy_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	salt TEXT NOT NULL, 
	CONSTRAINT pk_journal_image PRIMARY KEY (copy_id, number, position), 
	CONSTRAINT fk_journal_image_copy_id_number FOREIGN KEY(copy_id, number) REFERENCES journal_entry (copy_id, number)
);
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',1,0,'arguments','',NULL,'{"customs":{"approval_days":14,"approvers":1,"court":[],"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"colour":"","logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","recipient_groups":[],"remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true},"kind":"committee","name":"Skärnämnden","parent_id":null,"seats":3,"short_name":"nämnden","valid_from":"2026-01-01"}','fa2464274a55151745f1aca689ea1994');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',1,1,'body','4fc91be8-be83-4565-868a-729b20aa9828',NULL,'{"id":"4fc91be8-be83-4565-868a-729b20aa9828","kind":"committee","parent_id":null,"version":0}','d08c7479fa4dd18225776c4264600abc');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',1,2,'body_term','6b286b19-9154-4b60-83dc-b28b1fe81dea',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","customs":"{\"approval_days\":14,\"approvers\":1,\"court\":[],\"digital_signing\":false,\"first_section\":1,\"first_section_year\":null,\"formal_sections\":true,\"keeps_balance\":false,\"letterhead\":{\"address\":[],\"colour\":\"\",\"logo\":null,\"organisation\":\"\",\"website\":\"\"},\"notice_days\":7,\"notices\":[],\"observers_may_speak\":false,\"opening_section\":false,\"personal_substitutes\":false,\"proposal_always_put\":true,\"proposal_name\":\"förslaget\",\"recipient_groups\":[],\"remote_allowed\":false,\"section_order\":\"proposal_first\",\"service_order\":[],\"standard_items\":[],\"storage_place\":\"\",\"substitutes_may_speak\":false,\"time_separator\":\".\",\"vote_style\":\"table\",\"withdrawn_sections\":true}","id":"6b286b19-9154-4b60-83dc-b28b1fe81dea","name":"Skärnämnden","seats":3,"short_name":"nämnden","valid_from":"2026-01-01","version":0}','d1906e043fed46bb0f1fbb4cd4b62479');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,0,'arguments','',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","replace":false,"rows":[{"email":"","given_name":"Karin","party":"S","personal_for":null,"phone":"","role":"chair","surname":"Ek","valid_from":null,"valid_to":null},{"email":"","given_name":"Olle","party":"C","personal_for":null,"phone":"","role":"member","surname":"Sand","valid_from":null,"valid_to":null},{"email":"","given_name":"Mia","party":"M","personal_for":null,"phone":"","role":"member","surname":"Frid","valid_from":null,"valid_to":null},{"email":"","given_name":"Bo","party":"M","personal_for":null,"phone":"","role":"substitute","surname":"Gran","valid_from":null,"valid_to":null}],"valid_from":"2026-01-01"}','439a394116180d42fc1dd58a3330f427');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,1,'person','0fb610a1-befb-4947-8b9e-20277e7c8027',NULL,'{"email":"","given_name":"Karin","id":"0fb610a1-befb-4947-8b9e-20277e7c8027","phone":"","surname":"Ek","version":0}','6b148e00d8b004569407ac30402ee7f2');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,2,'mandate','02646af2-d99d-4fdf-a879-c193a5d4fe01',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","elected_order":1,"id":"02646af2-d99d-4fdf-a879-c193a5d4fe01","party":"S","person_id":"0fb610a1-befb-4947-8b9e-20277e7c8027","personal_for":null,"role":"chair","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','4f8afaafcb5b77eceefd4e180779d135');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,3,'person','71ab9dc4-b5aa-402c-984f-2f25db2a03e6',NULL,'{"email":"","given_name":"Olle","id":"71ab9dc4-b5aa-402c-984f-2f25db2a03e6","phone":"","surname":"Sand","version":0}','5fac743b77fe25f0979ad9cadfd9e0fb');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,4,'mandate','65227e8e-fb95-4559-9521-84b29e7658e2',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","elected_order":2,"id":"65227e8e-fb95-4559-9521-84b29e7658e2","party":"C","person_id":"71ab9dc4-b5aa-402c-984f-2f25db2a03e6","personal_for":null,"role":"member","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','544287470bd360f91af2c106217a7fc2');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,5,'person','c17e4ac4-74bc-4014-999c-f5b1f87d3138',NULL,'{"email":"","given_name":"Mia","id":"c17e4ac4-74bc-4014-999c-f5b1f87d3138","phone":"","surname":"Frid","version":0}','99a657834cbda1dd9914e44744e7d40d');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,6,'mandate','942796b0-1071-4b40-a79f-ba9540f42e34',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","elected_order":3,"id":"942796b0-1071-4b40-a79f-ba9540f42e34","party":"M","person_id":"c17e4ac4-74bc-4014-999c-f5b1f87d3138","personal_for":null,"role":"member","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','ace7d5387e5ae9f8f0ad8b8a8bbbb2dd');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,7,'person','d63e9899-73a1-40b1-b9d7-fa5f4aa10d51',NULL,'{"email":"","given_name":"Bo","id":"d63e9899-73a1-40b1-b9d7-fa5f4aa10d51","phone":"","surname":"Gran","version":0}','81892b97de35639db44148f3534f3afe');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',2,8,'mandate','51ef92b3-e2d2-48d1-b26a-0cd36a3baf1f',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","elected_order":1,"id":"51ef92b3-e2d2-48d1-b26a-0cd36a3baf1f","party":"M","person_id":"d63e9899-73a1-40b1-b9d7-fa5f4aa10d51","personal_for":null,"role":"substitute","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','bc0f18ff0e852cbf34f5a5c9a25b3ef9');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',3,0,'arguments','',NULL,'{"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","day":"2026-09-10","ends":null,"place":"Sal Bojen","standard_items":true,"starts":"10:00:00"}','f18af5fc933b9cd022a0399d9a79b3f9');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',3,1,'meeting','8d28b5a3-790e-4bc7-83a3-f926790e782c',NULL,'{"approval_date":null,"approval_place":"","body_id":"4fc91be8-be83-4565-868a-729b20aa9828","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","notices":"[]","opened_at":null,"others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','49418a137f01d6d9fd97d7a71aa52ef7');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',4,0,'arguments','',NULL,'{"diary_number":"26SK1","initiative_by":null,"kind":"decision","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","number":null,"presenters":[],"purpose":null,"title":"Bidrag till hamnen"}','239d0b14d6f5567d56f0a54f54c18a2f');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',4,1,'matter','31b67a86-908e-44b8-b203-4fee0ce4e40c',NULL,'{"answer_by":null,"diary_number":"26SK1","external_diary_number":"","id":"31b67a86-908e-44b8-b203-4fee0ce4e40c","kind":"ordinary","received":null,"title":"Bidrag till hamnen","version":0}','a3fa24d9db61e7db35ab9eed62d892f8');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',4,2,'agenda_item','8ad622b7-50a5-4d1f-81d3-f2a148b3c277',NULL,'{"authority":0,"carried_from":null,"id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","kind":"decision","matter_id":"31b67a86-908e-44b8-b203-4fee0ce4e40c","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","neutral_heading":"","number":1,"presenters":"[]","purpose":null,"secrecy_ground":"","secret":0,"staff_excluded":0,"title":"Bidrag till hamnen","version":0}','5b6bfcd8dac91985daea7a9e7286182f');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',5,0,'arguments','',NULL,'{"drafts":[{"depth":0,"id":null,"kind":"decider","marks":[],"rows":[],"text":"Skärnämnden beslutar"},{"depth":1,"id":null,"kind":"clause","marks":[],"rows":[],"text":"bevilja bidraget."}],"item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","role":"proposal","section_id":null}','e9974f500da62c2e80d2d8cf78b2399f');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',5,1,'text_block','f02842ae-38f8-4557-a822-3cf7fa871476',NULL,'{"edited":"Skärnämnden beslutar","fingerprint":null,"generated":null,"id":"f02842ae-38f8-4557-a822-3cf7fa871476","item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"proposal","rows":"[]","section_id":null,"version":0}','af165d552aabb76a7573cd433745cd7a');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',5,2,'text_block','6df050b6-90d2-464c-bda4-121f8e0974f0',NULL,'{"edited":"bevilja bidraget.","fingerprint":null,"generated":null,"id":"6df050b6-90d2-464c-bda4-121f8e0974f0","item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","kind":"clause","marks":"[]","parent_id":"f02842ae-38f8-4557-a822-3cf7fa871476","position":2,"role":"proposal","rows":"[]","section_id":null,"version":0}','ba280da1a2aa34e9d4dc63f514315094');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,0,'arguments','',NULL,'{"at":"10:00:00","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","present":["0fb610a1-befb-4947-8b9e-20277e7c8027","71ab9dc4-b5aa-402c-984f-2f25db2a03e6","d63e9899-73a1-40b1-b9d7-fa5f4aa10d51"],"remote":[],"serving":[["d63e9899-73a1-40b1-b9d7-fa5f4aa10d51","c17e4ac4-74bc-4014-999c-f5b1f87d3138"]]}','60f2ab5ffa64172f0eab102adbdfb8d8');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,1,'meeting','8d28b5a3-790e-4bc7-83a3-f926790e782c','{"approval_date":null,"approval_place":"","body_id":"4fc91be8-be83-4565-868a-729b20aa9828","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","notices":"[]","opened_at":null,"others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"4fc91be8-be83-4565-868a-729b20aa9828","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','b38b4d6e40c01e443f6087608802eb94');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,2,'section','d6c48edb-8703-41b8-804b-2b98cb6611de',NULL,'{"appeal":"legality","approved":null,"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","closed_doors":0,"heading":"","id":"d6c48edb-8703-41b8-804b-2b98cb6611de","immediate":0,"initiative_by":null,"item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","neutral_heading":"","number":null,"outcome":null,"position":1,"secrecy_ground":"","secret":0,"state":"open","version":0,"year":2026}','495e01eb999206b8546b5b1bad5dcf4a');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,3,'presence_event','abbb9ff3-1f50-4107-b43e-ed2ad0e5a6dc',NULL,'{"anchor":"before","at":null,"id":"abbb9ff3-1f50-4107-b43e-ed2ad0e5a6dc","kind":"arrives","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","person_id":"0fb610a1-befb-4947-8b9e-20277e7c8027","position":1,"reason":"","section_id":null,"serves_for_id":null,"version":0}','993bec6435e807c643852969fb862b5d');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,4,'presence_event','d2623388-f361-4942-bc68-5298ed28f4f2',NULL,'{"anchor":"before","at":null,"id":"d2623388-f361-4942-bc68-5298ed28f4f2","kind":"arrives","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","person_id":"71ab9dc4-b5aa-402c-984f-2f25db2a03e6","position":2,"reason":"","section_id":null,"serves_for_id":null,"version":0}','b4ec4a27dec82a17f4a2ec3e736ad8a3');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,5,'presence_event','f5c08e47-4244-4167-9cc7-c620202aa761',NULL,'{"anchor":"before","at":null,"id":"f5c08e47-4244-4167-9cc7-c620202aa761","kind":"arrives","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","person_id":"d63e9899-73a1-40b1-b9d7-fa5f4aa10d51","position":3,"reason":"","section_id":null,"serves_for_id":null,"version":0}','40da3e89b9ff49a8552f3bd06fe28413');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',6,6,'presence_event','74ad3493-c65b-4ff7-861e-18168ed7c46d',NULL,'{"anchor":"before","at":null,"id":"74ad3493-c65b-4ff7-861e-18168ed7c46d","kind":"serves_for","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","person_id":"d63e9899-73a1-40b1-b9d7-fa5f4aa10d51","position":4,"reason":"","section_id":null,"serves_for_id":"c17e4ac4-74bc-4014-999c-f5b1f87d3138","version":0}','e6ddc4c3d13b401214c3d87d62880e0a');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',7,0,'arguments','',NULL,'{"outcome":"approved","section_id":"d6c48edb-8703-41b8-804b-2b98cb6611de"}','4c6ad7bd0fd5495f7bc7475d5fd6092c');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',7,1,'section','d6c48edb-8703-41b8-804b-2b98cb6611de','{"appeal":"legality","approved":null,"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","closed_doors":0,"heading":"","id":"d6c48edb-8703-41b8-804b-2b98cb6611de","immediate":0,"initiative_by":null,"item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","neutral_heading":"","number":null,"outcome":null,"position":1,"secrecy_ground":"","secret":0,"state":"open","version":0,"year":2026}','{"appeal":"legality","approved":null,"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","closed_doors":0,"heading":"","id":"d6c48edb-8703-41b8-804b-2b98cb6611de","immediate":0,"initiative_by":null,"item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","neutral_heading":"","number":null,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":1,"year":2026}','df93f29a6c1b6e709960b0690878d55e');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',7,2,'text_block','fb8856b4-e9e4-4a7d-9770-106434c018ff',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"Skärnämnden beslutar","id":"fb8856b4-e9e4-4a7d-9770-106434c018ff","item_id":null,"kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"decision","rows":"[]","section_id":"d6c48edb-8703-41b8-804b-2b98cb6611de","version":0}','1cc0d7c65dd71f3a5eaa959b001e3e82');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',7,3,'text_block','5cff5814-03d3-4f1b-8ad6-5c2bd81858e4',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"bevilja bidraget.","id":"5cff5814-03d3-4f1b-8ad6-5c2bd81858e4","item_id":null,"kind":"clause","marks":"[]","parent_id":"fb8856b4-e9e4-4a7d-9770-106434c018ff","position":2,"role":"decision","rows":"[]","section_id":"d6c48edb-8703-41b8-804b-2b98cb6611de","version":0}','09ceecc02f9264ba6b8603b61ce56320');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',8,0,'arguments','',NULL,'{"at":"11:00:00","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c"}','fd9725e4a7f3dd9b651a95eea9a8f3e1');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',8,1,'section','d6c48edb-8703-41b8-804b-2b98cb6611de','{"appeal":"legality","approved":null,"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","closed_doors":0,"heading":"","id":"d6c48edb-8703-41b8-804b-2b98cb6611de","immediate":0,"initiative_by":null,"item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","neutral_heading":"","number":null,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":1,"year":2026}','{"appeal":"legality","approved":null,"body_id":"4fc91be8-be83-4565-868a-729b20aa9828","closed_doors":0,"heading":"","id":"d6c48edb-8703-41b8-804b-2b98cb6611de","immediate":0,"initiative_by":null,"item_id":"8ad622b7-50a5-4d1f-81d3-f2a148b3c277","meeting_id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","neutral_heading":"","number":1,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":2,"year":2026}','6fed0e045a1e5b76ff437b0a32bce7a2');
INSERT INTO "journal_image" VALUES('c05f4103-e449-44af-8718-713579c333fa',8,2,'meeting','8d28b5a3-790e-4bc7-83a3-f926790e782c','{"approval_date":null,"approval_place":"","body_id":"4fc91be8-be83-4565-868a-729b20aa9828","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"4fc91be8-be83-4565-868a-729b20aa9828","called_at":null,"closed_at":"11:00:00","day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"8d28b5a3-790e-4bc7-83a3-f926790e782c","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"closed","version":2,"withdrawn_because":""}','bc48a9bd390bf998c26a1dd9e32b3020');
CREATE TABLE lost_mark (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_lost_mark PRIMARY KEY (id), 
	CONSTRAINT fk_lost_mark_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE mandate (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	body_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	party TEXT COLLATE swedish NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_to TEXT, 
	seat INTEGER, 
	elected_order INTEGER NOT NULL, personal_for TEXT CONSTRAINT fk_mandate_personal_for REFERENCES person (id), 
	CONSTRAINT pk_mandate PRIMARY KEY (id), 
	CONSTRAINT ck_mandate_from_before_to CHECK (valid_to >= valid_from), 
	CONSTRAINT fk_mandate_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_mandate_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "mandate" VALUES('02646af2-d99d-4fdf-a879-c193a5d4fe01',0,'0fb610a1-befb-4947-8b9e-20277e7c8027','4fc91be8-be83-4565-868a-729b20aa9828','chair','S','2026-01-01',NULL,NULL,1,NULL);
INSERT INTO "mandate" VALUES('65227e8e-fb95-4559-9521-84b29e7658e2',0,'71ab9dc4-b5aa-402c-984f-2f25db2a03e6','4fc91be8-be83-4565-868a-729b20aa9828','member','C','2026-01-01',NULL,NULL,2,NULL);
INSERT INTO "mandate" VALUES('942796b0-1071-4b40-a79f-ba9540f42e34',0,'c17e4ac4-74bc-4014-999c-f5b1f87d3138','4fc91be8-be83-4565-868a-729b20aa9828','member','M','2026-01-01',NULL,NULL,3,NULL);
INSERT INTO "mandate" VALUES('51ef92b3-e2d2-48d1-b26a-0cd36a3baf1f',0,'d63e9899-73a1-40b1-b9d7-fa5f4aa10d51','4fc91be8-be83-4565-868a-729b20aa9828','substitute','M','2026-01-01',NULL,NULL,1,NULL);
CREATE TABLE matter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	external_diary_number TEXT COLLATE swedish NOT NULL, kind TEXT DEFAULT 'ordinary' NOT NULL, received TEXT, answer_by TEXT, 
	CONSTRAINT pk_matter PRIMARY KEY (id)
);
INSERT INTO "matter" VALUES('31b67a86-908e-44b8-b203-4fee0ce4e40c',0,'Bidrag till hamnen','26SK1','','ordinary',NULL,NULL);
CREATE TABLE meeting (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	day TEXT NOT NULL, 
	end_day TEXT, 
	starts TEXT, 
	ends TEXT, 
	place TEXT COLLATE swedish NOT NULL, 
	state TEXT NOT NULL, 
	secretary TEXT COLLATE swedish NOT NULL, 
	secretary_title TEXT NOT NULL, 
	secretary_email TEXT NOT NULL, 
	secretary_phone TEXT NOT NULL, 
	group_meetings TEXT NOT NULL, 
	notices TEXT NOT NULL, 
	others_present TEXT NOT NULL, 
	called_at TEXT, 
	opened_at TEXT, 
	closed_at TEXT, 
	approval_place TEXT NOT NULL, 
	approval_date TEXT, sent_for_signing TEXT, withdrawn_because TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT ck_meeting_ends_after_it_begins CHECK (end_day >= day), 
	CONSTRAINT fk_meeting_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
INSERT INTO "meeting" VALUES('8d28b5a3-790e-4bc7-83a3-f926790e782c',2,'4fc91be8-be83-4565-868a-729b20aa9828','2026-09-10',NULL,'10:00:00',NULL,'Sal Bojen','closed','Ada','nämndsekreterare','','','[]','[]','[]',NULL,'10:00:00','11:00:00','',NULL,NULL,'');
CREATE TABLE memorandum (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	day TEXT, 
	signatory TEXT NOT NULL, 
	signatory_title TEXT NOT NULL, document_id TEXT CONSTRAINT fk_memorandum_document_id REFERENCES supporting_document (id), 
	CONSTRAINT pk_memorandum PRIMARY KEY (id), 
	CONSTRAINT fk_memorandum_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT uq_memorandum_item_id UNIQUE (item_id)
);
CREATE TABLE motion (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	movers TEXT NOT NULL, 
	supporters TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	clauses TEXT NOT NULL, 
	authors TEXT NOT NULL, 
	handed_in TEXT, 
	document_id TEXT, 
	second_hand_of TEXT, 
	withdrawn INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_motion PRIMARY KEY (id), 
	CONSTRAINT fk_motion_document_id FOREIGN KEY(document_id) REFERENCES supporting_document (id), 
	CONSTRAINT fk_motion_second_hand_of FOREIGN KEY(second_hand_of) REFERENCES motion (id), 
	CONSTRAINT fk_motion_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE non_participation (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	CONSTRAINT pk_non_participation PRIMARY KEY (id), 
	CONSTRAINT fk_non_participation_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_non_participation_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE notice (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	sections TEXT NOT NULL, 
	approved TEXT, 
	posted TEXT, 
	taken_down TEXT, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE TABLE paper (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	pdf_sha TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	tree_sha TEXT, "of" TEXT DEFAULT '[]' NOT NULL, edition TEXT DEFAULT '' NOT NULL, manifest_sha TEXT, 
	CONSTRAINT pk_paper PRIMARY KEY (id), 
	CONSTRAINT ck_paper_pdf_sha_is_sha256 CHECK (length(pdf_sha) = 64), 
	CONSTRAINT ck_paper_tree_sha_is_sha256 CHECK (length(tree_sha) = 64), 
	CONSTRAINT ck_paper_pages CHECK (pages >= 0), 
	CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE TABLE person (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	given_name TEXT COLLATE swedish NOT NULL, 
	surname TEXT COLLATE swedish NOT NULL, 
	email TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
INSERT INTO "person" VALUES('0fb610a1-befb-4947-8b9e-20277e7c8027',0,'Karin','Ek','','');
INSERT INTO "person" VALUES('71ab9dc4-b5aa-402c-984f-2f25db2a03e6',0,'Olle','Sand','','');
INSERT INTO "person" VALUES('c17e4ac4-74bc-4014-999c-f5b1f87d3138',0,'Mia','Frid','','');
INSERT INTO "person" VALUES('d63e9899-73a1-40b1-b9d7-fa5f4aa10d51',0,'Bo','Gran','','');
CREATE TABLE phrase (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	text TEXT COLLATE swedish NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT, 
	body_id TEXT, 
	CONSTRAINT pk_phrase PRIMARY KEY (id), 
	CONSTRAINT fk_phrase_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
CREATE TABLE presence_event (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	serves_for_id TEXT, 
	anchor TEXT NOT NULL, 
	section_id TEXT, 
	at TEXT, reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_presence_event PRIMARY KEY (id), 
	CONSTRAINT ck_presence_event_only_who_serves_takes_a_seat CHECK (serves_for_id IS NULL OR kind = 'serves_for'), 
	CONSTRAINT fk_presence_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_presence_event_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_presence_event_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_presence_event_serves_for_id FOREIGN KEY(serves_for_id) REFERENCES person (id)
);
INSERT INTO "presence_event" VALUES('abbb9ff3-1f50-4107-b43e-ed2ad0e5a6dc',0,'8d28b5a3-790e-4bc7-83a3-f926790e782c','0fb610a1-befb-4947-8b9e-20277e7c8027','arrives',1,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('d2623388-f361-4942-bc68-5298ed28f4f2',0,'8d28b5a3-790e-4bc7-83a3-f926790e782c','71ab9dc4-b5aa-402c-984f-2f25db2a03e6','arrives',2,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('f5c08e47-4244-4167-9cc7-c620202aa761',0,'8d28b5a3-790e-4bc7-83a3-f926790e782c','d63e9899-73a1-40b1-b9d7-fa5f4aa10d51','arrives',3,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('74ad3493-c65b-4ff7-861e-18168ed7c46d',0,'8d28b5a3-790e-4bc7-83a3-f926790e782c','d63e9899-73a1-40b1-b9d7-fa5f4aa10d51','serves_for',4,'c17e4ac4-74bc-4014-999c-f5b1f87d3138','before',NULL,NULL,'');
CREATE TABLE proposition (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	options TEXT NOT NULL, 
	carried TEXT, 
	vote_requested INTEGER DEFAULT '0' NOT NULL, 
	requested_by TEXT, 
	after_gavel INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_proposition PRIMARY KEY (id), 
	CONSTRAINT fk_proposition_requested_by FOREIGN KEY(requested_by) REFERENCES person (id), 
	CONSTRAINT fk_proposition_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE recipient (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	manner TEXT NOT NULL, address TEXT DEFAULT '' NOT NULL, party INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_recipient PRIMARY KEY (id), 
	CONSTRAINT fk_recipient_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);
CREATE TABLE remark (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	persons TEXT NOT NULL, 
	parties TEXT NOT NULL, 
	words TEXT NOT NULL, 
	dated TEXT, 
	appendix INTEGER, 
	permitted INTEGER, 
	CONSTRAINT pk_remark PRIMARY KEY (id), 
	CONSTRAINT fk_remark_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE reply (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	absent INTEGER DEFAULT '0' NOT NULL, 
	from_at TEXT, 
	until_at TEXT, 
	summons TEXT NOT NULL, 
	serves_for_id TEXT, 
	remote INTEGER DEFAULT '0' NOT NULL, 
	diet TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_reply PRIMARY KEY (id), 
	CONSTRAINT fk_reply_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_reply_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_reply_serves_for_id FOREIGN KEY(serves_for_id) REFERENCES person (id), 
	CONSTRAINT uq_reply_meeting_id_person_id UNIQUE (meeting_id, person_id)
);
CREATE TABLE reservation (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	persons TEXT NOT NULL, 
	option TEXT, 
	words TEXT NOT NULL, 
	written INTEGER DEFAULT '0' NOT NULL, 
	appendix INTEGER, 
	received TEXT, 
	late INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_reservation PRIMARY KEY (id), 
	CONSTRAINT fk_reservation_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE section (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	body_id TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	heading TEXT COLLATE swedish NOT NULL, 
	item_id TEXT, 
	number INTEGER, 
	state TEXT NOT NULL, 
	outcome TEXT, initiative_by TEXT CONSTRAINT fk_section_initiative_by REFERENCES person (id), closed_doors INTEGER DEFAULT '0' NOT NULL, immediate INTEGER DEFAULT '0' NOT NULL, approved TEXT, appeal TEXT DEFAULT 'legality' NOT NULL, secret INTEGER DEFAULT '0' NOT NULL, secrecy_ground TEXT DEFAULT '' NOT NULL, neutral_heading TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_section PRIMARY KEY (id), 
	CONSTRAINT ck_section_number_is_positive CHECK (number > 0), 
	CONSTRAINT fk_section_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_section_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT fk_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_section_body_id_year_number UNIQUE (body_id, year, number)
);
INSERT INTO "section" VALUES('d6c48edb-8703-41b8-804b-2b98cb6611de',2,'8d28b5a3-790e-4bc7-83a3-f926790e782c','4fc91be8-be83-4565-868a-729b20aa9828',2026,1,'','8ad622b7-50a5-4d1f-81d3-f2a148b3c277',1,'decided','approved',NULL,0,0,NULL,'legality',0,'','');
CREATE TABLE setting (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT uq_setting_key UNIQUE ("key")
);
CREATE TABLE signature (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	signed TEXT, 
	refused TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_signature PRIMARY KEY (id), 
	CONSTRAINT fk_signature_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_signature_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_signature_meeting_id_person_id UNIQUE (meeting_id, person_id)
);
CREATE TABLE signed_file (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	paper_id TEXT NOT NULL, 
	file_sha TEXT NOT NULL, 
	taken_in_at TEXT NOT NULL, 
	same_document INTEGER DEFAULT '0' NOT NULL, 
	problem TEXT NOT NULL, 
	signers TEXT NOT NULL, 
	CONSTRAINT pk_signed_file PRIMARY KEY (id), 
	CONSTRAINT ck_signed_file_file_sha_is_sha256 CHECK (length(file_sha) = 64), 
	CONSTRAINT fk_signed_file_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_signed_file_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
);
CREATE TABLE stored_file (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	media_type TEXT NOT NULL, 
	CONSTRAINT pk_stored_file PRIMARY KEY (id), 
	CONSTRAINT ck_stored_file_sha256_is_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_stored_file_size CHECK (size >= 0), 
	CONSTRAINT uq_stored_file_sha256 UNIQUE (sha256)
);
CREATE TABLE supporting_document (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	file_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	original_name TEXT NOT NULL, 
	added_by TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	secrecy_ground TEXT, personal INTEGER DEFAULT '0' NOT NULL, withheld_pages TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_supporting_document PRIMARY KEY (id), 
	CONSTRAINT fk_supporting_document_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_supporting_document_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);
CREATE TABLE text_block (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	item_id TEXT, 
	section_id TEXT, 
	parent_id TEXT, 
	generated TEXT, 
	edited TEXT, 
	fingerprint TEXT, 
	marks TEXT NOT NULL, 
	rows TEXT NOT NULL, 
	CONSTRAINT pk_text_block PRIMARY KEY (id), 
	CONSTRAINT ck_text_block_of_an_item_or_of_a_section CHECK ((item_id IS NULL) <> (section_id IS NULL)), 
	CONSTRAINT ck_text_block_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_text_block_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT fk_text_block_parent_id FOREIGN KEY(parent_id) REFERENCES text_block (id), 
	CONSTRAINT fk_text_block_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
INSERT INTO "text_block" VALUES('f02842ae-38f8-4557-a822-3cf7fa871476',0,'proposal','decider',1,'8ad622b7-50a5-4d1f-81d3-f2a148b3c277',NULL,NULL,NULL,'Skärnämnden beslutar',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('6df050b6-90d2-464c-bda4-121f8e0974f0',0,'proposal','clause',2,'8ad622b7-50a5-4d1f-81d3-f2a148b3c277',NULL,'f02842ae-38f8-4557-a822-3cf7fa871476',NULL,'bevilja bidraget.',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('fb8856b4-e9e4-4a7d-9770-106434c018ff',0,'decision','decider',1,NULL,'d6c48edb-8703-41b8-804b-2b98cb6611de',NULL,'Skärnämnden beslutar',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
INSERT INTO "text_block" VALUES('5cff5814-03d3-4f1b-8ad6-5c2bd81858e4',0,'decision','clause',2,NULL,'d6c48edb-8703-41b8-804b-2b98cb6611de','fb8856b4-e9e4-4a7d-9770-106434c018ff','bevilja bidraget.',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
CREATE TABLE vote (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	proposition_id TEXT, 
	yes TEXT NOT NULL, 
	no TEXT NOT NULL, 
	closed INTEGER DEFAULT '0' NOT NULL, 
	counts TEXT NOT NULL, 
	blank INTEGER NOT NULL, 
	invalid INTEGER NOT NULL, 
	casting TEXT, 
	lot TEXT, 
	minority INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_vote PRIMARY KEY (id), 
	CONSTRAINT ck_vote_counts CHECK (blank >= 0 AND invalid >= 0), 
	CONSTRAINT fk_vote_proposition_id FOREIGN KEY(proposition_id) REFERENCES proposition (id), 
	CONSTRAINT fk_vote_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE waiver (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_waiver PRIMARY KEY (id), 
	CONSTRAINT fk_waiver_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_waiver_meeting_id_code_subject UNIQUE (meeting_id, code, subject)
);
CREATE INDEX ix_body_parent_id ON body (parent_id);
CREATE INDEX ix_conversion_sha256 ON conversion (sha256);
CREATE INDEX ix_body_term_body_id ON body_term (body_id);
CREATE INDEX ix_journal_entry_barrier_sequence ON journal_entry (barrier, sequence);
CREATE INDEX ix_journal_entry_copy_id_person_number ON journal_entry (copy_id, person, number);
CREATE INDEX ix_mandate_body_id ON mandate (body_id);
CREATE INDEX ix_mandate_person_id ON mandate (person_id);
CREATE INDEX ix_meeting_body_id ON meeting (body_id);
CREATE INDEX ix_meeting_day ON meeting (day);
CREATE INDEX ix_agenda_item_matter_id ON agenda_item (matter_id);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);
CREATE INDEX ix_approver_meeting_id ON approver (meeting_id);
CREATE INDEX ix_approver_person_id ON approver (person_id);
CREATE INDEX ix_approver_substitute_id ON approver (substitute_id);
CREATE INDEX ix_journal_image_kind_record_id ON journal_image (kind, record_id);
CREATE INDEX ix_paper_meeting_id ON paper (meeting_id);
CREATE INDEX ix_recipient_item_id ON recipient (item_id);
CREATE INDEX ix_section_body_id ON section (body_id);
CREATE INDEX ix_section_item_id ON section (item_id);
CREATE INDEX ix_section_meeting_id ON section (meeting_id);
CREATE INDEX ix_supporting_document_file_id ON supporting_document (file_id);
CREATE INDEX ix_supporting_document_item_id ON supporting_document (item_id);
CREATE INDEX ix_presence_event_meeting_id ON presence_event (meeting_id);
CREATE INDEX ix_presence_event_person_id ON presence_event (person_id);
CREATE INDEX ix_presence_event_section_id ON presence_event (section_id);
CREATE INDEX ix_presence_event_serves_for_id ON presence_event (serves_for_id);
CREATE INDEX ix_text_block_item_id ON text_block (item_id);
CREATE INDEX ix_text_block_parent_id ON text_block (parent_id);
CREATE INDEX ix_text_block_section_id ON text_block (section_id);
CREATE TRIGGER journal_entry_is_not_changed BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry_is_not_changed'); END;
CREATE TRIGGER journal_entry_is_not_deleted BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry_is_not_deleted'); END;
CREATE TRIGGER journal_image_is_not_changed BEFORE UPDATE ON journal_image BEGIN SELECT RAISE(ABORT, 'journal_image_is_not_changed'); END;
CREATE INDEX ix_mandate_personal_for ON mandate (personal_for);
CREATE INDEX ix_section_initiative_by ON section (initiative_by);
CREATE INDEX ix_notice_meeting_id ON notice (meeting_id);
CREATE INDEX ix_reply_meeting_id ON reply (meeting_id);
CREATE INDEX ix_reply_person_id ON reply (person_id);
CREATE INDEX ix_reply_serves_for_id ON reply (serves_for_id);
CREATE INDEX ix_signature_meeting_id ON signature (meeting_id);
CREATE INDEX ix_signature_person_id ON signature (person_id);
CREATE INDEX ix_waiver_meeting_id ON waiver (meeting_id);
CREATE INDEX ix_adjournment_meeting_id ON adjournment (meeting_id);
CREATE INDEX ix_adjournment_section_id ON adjournment (section_id);
CREATE INDEX ix_assignment_section_id ON assignment (section_id);
CREATE INDEX ix_correction_meeting_id ON correction (meeting_id);
CREATE INDEX ix_correction_section_id ON correction (section_id);
CREATE INDEX ix_draft_note_meeting_id ON draft_note (meeting_id);
CREATE INDEX ix_draft_note_section_id ON draft_note (section_id);
CREATE INDEX ix_draft_note_person_id ON draft_note (person_id);
CREATE INDEX ix_motion_document_id ON motion (document_id);
CREATE INDEX ix_motion_second_hand_of ON motion (second_hand_of);
CREATE INDEX ix_motion_section_id ON motion (section_id);
CREATE INDEX ix_non_participation_person_id ON non_participation (person_id);
CREATE INDEX ix_non_participation_section_id ON non_participation (section_id);
CREATE INDEX ix_proposition_requested_by ON proposition (requested_by);
CREATE INDEX ix_proposition_section_id ON proposition (section_id);
CREATE INDEX ix_remark_section_id ON remark (section_id);
CREATE INDEX ix_reservation_section_id ON reservation (section_id);
CREATE INDEX ix_vote_proposition_id ON vote (proposition_id);
CREATE INDEX ix_vote_section_id ON vote (section_id);
CREATE INDEX ix_ballot_section_id ON ballot (section_id);
CREATE INDEX ix_ballot_person_id ON ballot (person_id);
CREATE INDEX ix_ballot_vote_id ON ballot (vote_id);
CREATE INDEX ix_lost_mark_section_id ON lost_mark (section_id);
CREATE INDEX ix_memorandum_item_id ON memorandum (item_id);
CREATE INDEX ix_dispatch_meeting_id ON dispatch (meeting_id);
CREATE INDEX ix_dispatch_paper_id ON dispatch (paper_id);
CREATE INDEX ix_dispatch_section_id ON dispatch (section_id);
CREATE INDEX ix_signed_file_meeting_id ON signed_file (meeting_id);
CREATE INDEX ix_signed_file_paper_id ON signed_file (paper_id);
CREATE INDEX ix_delegated_decision_body_id ON delegated_decision (body_id);
CREATE INDEX ix_delegated_decision_item_id ON delegated_decision (item_id);
CREATE INDEX ix_decision_letter_decision_id ON decision_letter (decision_id);
CREATE INDEX ix_matter_kind ON matter (kind);
CREATE INDEX ix_agenda_item_carried_from ON agenda_item (carried_from);
CREATE INDEX ix_memorandum_document_id ON memorandum (document_id);
CREATE INDEX ix_phrase_body_id ON phrase (body_id);
CREATE INDEX ix_archived_minutes_body_id ON archived_minutes (body_id);
CREATE INDEX ix_archived_minutes_file_id ON archived_minutes (file_id);
CREATE INDEX ix_archived_section_diary_number ON archived_section (diary_number);
CREATE INDEX ix_archived_section_minutes_id ON archived_section (minutes_id);
COMMIT;
