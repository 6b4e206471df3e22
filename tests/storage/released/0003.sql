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
	presenters TEXT NOT NULL, authority INTEGER DEFAULT '0' NOT NULL, staff_excluded INTEGER DEFAULT '0' NOT NULL, secret INTEGER DEFAULT '0' NOT NULL, secrecy_ground TEXT DEFAULT '' NOT NULL, neutral_heading TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
INSERT INTO "agenda_item" VALUES('e46635ef-2cc8-47db-ad32-1456d8917568',0,'297723ab-0f61-4542-ad95-c95e821d0cc4',1,'decision','Bidrag till hamnen',NULL,'e68dfc25-d4ef-4d1f-b3eb-553d930ec5de','[]',0,0,0,'','');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
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
INSERT INTO "ballot" VALUES('f216e196-5c82-4099-abf7-806d800b3493',0,'26d62aeb-199c-46a0-8f27-cf413b3e5094','1f036ed7-fd14-4383-9567-4c53ffabc04b','093c8057-a9ea-4114-a84d-5073cf971870','no',1);
INSERT INTO "ballot" VALUES('cf8b0875-80c2-4f79-8334-29798f47a1b5',0,'26d62aeb-199c-46a0-8f27-cf413b3e5094','1f036ed7-fd14-4383-9567-4c53ffabc04b','09257573-8ad0-4a07-84c1-1dc7264a341e','yes',2);
INSERT INTO "ballot" VALUES('2a4f23eb-3472-404d-aad8-35f9c173585e',0,'26d62aeb-199c-46a0-8f27-cf413b3e5094','1f036ed7-fd14-4383-9567-4c53ffabc04b','733b8b2d-e4d1-4657-a324-98b5b2454c7c','yes',3);
CREATE TABLE binder (
	id TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	created_at TEXT NOT NULL, 
	copy_id TEXT NOT NULL, 
	CONSTRAINT pk_binder PRIMARY KEY (id), 
	CONSTRAINT fk_binder_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id)
);
INSERT INTO "binder" VALUES('678daea1-f2e5-4a18-b84e-1015bc2a4354','Skärnämnden','2031-03-04T09:00:02.000000+00:00','c6937207-17f3-4f44-8dd0-7d96caee49a8');
CREATE TABLE binder_copy (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_binder_copy PRIMARY KEY (id)
);
INSERT INTO "binder_copy" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8','Original','2031-03-04T09:00:02.000000+00:00');
CREATE TABLE body (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	parent_id TEXT, 
	CONSTRAINT pk_body PRIMARY KEY (id), 
	CONSTRAINT ck_body_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id)
);
INSERT INTO "body" VALUES('80253814-12fb-4ccb-a66c-d56f06bd9a83',0,'committee',NULL);
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
INSERT INTO "body_term" VALUES('7381709b-2380-450e-9a63-5f76a30cc490',0,'80253814-12fb-4ccb-a66c-d56f06bd9a83','2023-01-01','Skärnämnden',3,'nämnden','{"approval_days":14,"approvers":1,"court":[],"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"colour":"","logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","recipient_groups":[],"remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true}');
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
INSERT INTO "journal_entry" VALUES(1,'c6937207-17f3-4f44-8dd0-7d96caee49a8',1,'CreateBody','ny nämnd','Ada','2031-03-04T09:00:04.000000+00:00','[]','do','[]',NULL,0,'[]','["bda953dd7d044ac57fd9fd2deeb2adca57d5d7c559aefa158a695aee696a50bc","4247cbde4bb9254825e2a4f951ab6104b9978e22b3d0388f039be078f3b8f539","175586d530a8d2ed9b1ea4a3ab71ab39fba383b8b72dbd940f113c6bed02d5d8"]','a7814e81b8ca4e2c631ec0b3cc8e77c1150f0a5845552c8d2aab2d54ccc7eae3','38685ecf27ab5ca6e82a835f672137fb3ea5ce22d69aa06a1c7fa74ca1535a49');
INSERT INTO "journal_entry" VALUES(2,'c6937207-17f3-4f44-8dd0-7d96caee49a8',2,'TakeInMembers','läs in förtroendevalda','Ada','2031-03-04T09:00:06.000000+00:00','[]','do','[]',NULL,0,'[]','["e27961e124a629ec0635783f052fadca834d34500b2aa19ccd770ac3f6766d5c","28fc9f2f704d5e757dba6a2bd37e55d52210779b8f76ebb6dff6ca16a718264c","7dab898ce22cd469f0902b0ca235e0510d6a8702a299858798ca01a86dbc1d6f","2b82d7eacfc4ef95a9e652225a622c3e8fd107031493a43d6e53d51a40d804aa","83d37b94688f48ccadac8024906710653c7b5e2941921172876e56f6d7f1d795","ec34f5ccd6319a62f913fb2ecc046a8941368bc9478977057aee55988b9dc170","aa0d41cf5de4a9292caa50b88f6d7bc682a371d6c2732e7c65f9659654578a40","4df8dcc2702f25ba2167b7c613ae538a52bfe755dab1faddcb3d02f8427623aa","d8d3ed24f55e89d39534746c202f1ea96e374edd855e2f07352b53758df96a06"]','38685ecf27ab5ca6e82a835f672137fb3ea5ce22d69aa06a1c7fa74ca1535a49','d59e197df3e096f2039d70a898b920481644d2fd83b56b06c8003611259ebedf');
INSERT INTO "journal_entry" VALUES(3,'c6937207-17f3-4f44-8dd0-7d96caee49a8',3,'PlanMeeting','nytt sammanträde','Ada','2031-03-04T09:00:08.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["4ec58488e8b4e207123a8c1924ad67da9bdeeb2f0bf85d5859b7aa761e292ac6","5519d4fd0fee1f76eb5577396903b2e05ecd6189eb7f0693eecdef487774c9f4"]','d59e197df3e096f2039d70a898b920481644d2fd83b56b06c8003611259ebedf','ef71ae32929d3eb6c38b3192925e759a3c44c839cdd946600eb15bce1a07121f');
INSERT INTO "journal_entry" VALUES(4,'c6937207-17f3-4f44-8dd0-7d96caee49a8',4,'AddItem','nytt ärende','Ada','2031-03-04T09:00:10.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["d2dba4abc19cfa6f81b70c89e67f81e08d9a3a52ed00a41b355caa370e7c5047","902c31c522603220e725d639fde18274aa4a619e3d0cda72481fccd57e1057ad","be4d2539c19020e4d0481ef401fbbf155c63a8cdc84b9fc15e7c55902cb512ff"]','ef71ae32929d3eb6c38b3192925e759a3c44c839cdd946600eb15bce1a07121f','6f7b65261f5af939cbcc60fe5957daa3f153c693df87de830e2ab38b374769d7');
INSERT INTO "journal_entry" VALUES(5,'c6937207-17f3-4f44-8dd0-7d96caee49a8',5,'WriteText','ändra text','Ada','2031-03-04T09:00:12.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]','text:e46635ef-2cc8-47db-ad32-1456d8917568:proposal',0,'[]','["52cd3ada98035175bb72fac6cff3e34ee8762d6bbb9b206e896cd5380dd136e7","33a9fa6622e3243e47df78725a7546c72780aeed82506b1768c0a379bd7508f4","ec3ece76cd596ca388cc03b144dc64fc2464a0a7c6b648daa70a3be779d52b9b"]','6f7b65261f5af939cbcc60fe5957daa3f153c693df87de830e2ab38b374769d7','534b4976d661b117f87859e0c2b1ea777a0a40eae0a2b3aae21233390a1fd5a8');
INSERT INTO "journal_entry" VALUES(6,'c6937207-17f3-4f44-8dd0-7d96caee49a8',6,'StartMemorandum','skriv FöredragningsPM','Ada','2031-03-04T09:00:14.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["f65a0760a1f2b34921b02bd9bb4008327f6c827567f30b75b1c3bdaa0782ff27","12d123875b3d7b504f90cc5f1236bac91263e2500791dd713a7764087bd6ee47"]','534b4976d661b117f87859e0c2b1ea777a0a40eae0a2b3aae21233390a1fd5a8','16f03ecc530ce93e6a16667d8cf109fec9ab5b8216ea2ffcec716de76a32c915');
INSERT INTO "journal_entry" VALUES(7,'c6937207-17f3-4f44-8dd0-7d96caee49a8',7,'WriteText','ändra text','Ada','2031-03-04T09:00:16.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]','text:e46635ef-2cc8-47db-ad32-1456d8917568:background',0,'[]','["fd68496a2aa6d1b6231900099a6317ed11402da0175ecdc00dc3796335c17911","bcf0adc860f8f2a136766150ab06d4e67a59d55f1c902657fd8439bbc38bbf22"]','16f03ecc530ce93e6a16667d8cf109fec9ab5b8216ea2ffcec716de76a32c915','2d3e2fdf62f929209c04164848f415d4a51097c50cfa728d71fd3215d0c408e7');
INSERT INTO "journal_entry" VALUES(8,'c6937207-17f3-4f44-8dd0-7d96caee49a8',8,'SetRecipients','ändra mottagare','Ada','2031-03-04T09:00:18.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]','recipients:e46635ef-2cc8-47db-ad32-1456d8917568',0,'[]','["a407ceb28859a4c3fe59e6e5e29515e7349a73d55694d52efc9c9cac08a08427","0af5b26629e568aceffbd4e70b7a9d81b63a8c577657367cb43b7595e7cf05cd"]','2d3e2fdf62f929209c04164848f415d4a51097c50cfa728d71fd3215d0c408e7','4af2ae095fdeef46f767afab90a3e193c04ff4451760342b9d0124353aa40a2b');
INSERT INTO "journal_entry" VALUES(9,'c6937207-17f3-4f44-8dd0-7d96caee49a8',9,'OpenMeeting','öppna sammanträdet','Ada','2031-03-04T09:00:20.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["4502f180f8913298c5e785a2382a7b13d54e1af3cd672eeb670fe08e6a50c510","fb56b927f14664369f551d85f5e0ca64ca69292da151547d42c19ff42189bb6a","00714c6dec61d02a7523a529ab1a7ea5df095d3b37bff291114d66a84daf0d08","823b5bd9ce060f559d858eed77115145c0cad4cf5b5a7562fe35c4ef38c57b9e","9cfe3c76de39f3504e60e7b0b6e18a52f9225789a5e8c77cefc2aca54d418a2d","8209074267215b6908c818d950930cd9b3f9f916840abde9526bcfe67bfc9f9f"]','4af2ae095fdeef46f767afab90a3e193c04ff4451760342b9d0124353aa40a2b','23802322d9f66c8492d9805905790db3efdb21adfecd1a02b5ad8fc90be6e2d8');
INSERT INTO "journal_entry" VALUES(10,'c6937207-17f3-4f44-8dd0-7d96caee49a8',10,'ServeFor','sätt in ersättare','Ada','2031-03-04T09:00:22.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["531d1ecfb4d86e812f8b0dcc96f08762449b43fb4c0d153ca7cf8dd465618fe6","8b294da9713cda76c5a34ca995b4dfa966a62fac16c4a71ccdfde4d9a3705725"]','23802322d9f66c8492d9805905790db3efdb21adfecd1a02b5ad8fc90be6e2d8','8f540d29742345148f1910d4b89eccddc2b96889d74b4d6284143710aa2c9fd9');
INSERT INTO "journal_entry" VALUES(11,'c6937207-17f3-4f44-8dd0-7d96caee49a8',11,'AddMotion','yrkande','Ada','2031-03-04T09:00:24.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["35a35442a87957f800f6835445f98c5bfde54b5585a70aec15655880e634b892","3ee5ab80c39d5c5c340df1ac11e36536724e8ed19b193d8040f86c67a238e77c"]','8f540d29742345148f1910d4b89eccddc2b96889d74b4d6284143710aa2c9fd9','1844fd5c00b5f3da8428eee26eca52c6fd86d5f703134610080c74e3dea764c9');
INSERT INTO "journal_entry" VALUES(12,'c6937207-17f3-4f44-8dd0-7d96caee49a8',12,'PutProposition','ställ proposition','Ada','2031-03-04T09:00:26.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["228cc0a324c42f504cece2ce12efcd973e3ccb98739d74b754bbcf1d9c79388d","65a1e8d780388328c4bfb9481ec51411dd7bba24cc5995ae84e119fe93bd2c5f"]','1844fd5c00b5f3da8428eee26eca52c6fd86d5f703134610080c74e3dea764c9','51bd6c7c44e9af950ecd5b4430369b94278153a4b0ba6fe4fd4068ff984165c6');
INSERT INTO "journal_entry" VALUES(13,'c6937207-17f3-4f44-8dd0-7d96caee49a8',13,'RequestVote','begär omröstning','Ada','2031-03-04T09:00:28.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["2f51c062495cb34d208677e55719e6bf61054554e018c70069c6f24515451801","c2cdf7444c5ff8628c78d9f780de71c2538e59a7446e604ef90a00c773e3028a"]','51bd6c7c44e9af950ecd5b4430369b94278153a4b0ba6fe4fd4068ff984165c6','fe8ae08695338c7fad06d6b90978503a73350bf4fdb7a6774f2d3c29c803f486');
INSERT INTO "journal_entry" VALUES(14,'c6937207-17f3-4f44-8dd0-7d96caee49a8',14,'OpenVote','börja omröstning','Ada','2031-03-04T09:00:30.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["5c70472cbe266256c2f1582887ffec33d19f1c54bd68ff02f84849aba3b631a8","3d07653679e78c27ce77aa4fd0714cd40fcfeb3a1bf0fba164fdcff50e08124e"]','fe8ae08695338c7fad06d6b90978503a73350bf4fdb7a6774f2d3c29c803f486','831e25c5f2e5c9d7a9167fe5286b4f871215fb6cb1c43c3e4efd30cbd2f462d0');
INSERT INTO "journal_entry" VALUES(15,'c6937207-17f3-4f44-8dd0-7d96caee49a8',15,'CastBallot','röst','Ada','2031-03-04T09:00:32.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["e031f8a56fd78b2a58d1b70182ca73be7c4115c715c83ac7d51c987e1fbd1c1e","c3389e3118630124478a4ca0107d0e9669503ff6552d7eb7059e607f155423b0"]','831e25c5f2e5c9d7a9167fe5286b4f871215fb6cb1c43c3e4efd30cbd2f462d0','ddd6fbc3c8cebaa4b970ad399e9bc2c0abdeffe99518c0b98d6b4e92548d2b21');
INSERT INTO "journal_entry" VALUES(16,'c6937207-17f3-4f44-8dd0-7d96caee49a8',16,'CastBallot','röst','Ada','2031-03-04T09:00:34.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["468b29d6fdb8afd779561793d43f6d4686b709781dd90d1ee4442f6db8b8ee2d","17d80ae11b83b26a19f479526fadd8242bc82a26dc51870a4d73bf9531d6b48c"]','ddd6fbc3c8cebaa4b970ad399e9bc2c0abdeffe99518c0b98d6b4e92548d2b21','bbe520d67eda240b76df804d4b05255e83c531d89d7d5433a87e48d68b80dfe0');
INSERT INTO "journal_entry" VALUES(17,'c6937207-17f3-4f44-8dd0-7d96caee49a8',17,'CastBallot','röst','Ada','2031-03-04T09:00:36.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["febe0a7c593e4cf362669f352efd4a6d73f3028e478b564d1e600bc5538543f2","53c5f9329eab80cbbc66158b9637742a3a98f23b7818e793ac647424c4dc13c9"]','bbe520d67eda240b76df804d4b05255e83c531d89d7d5433a87e48d68b80dfe0','639a5f88164b0e87f3b26971a88ba7474625287f20cedbcd34df4571aab3d2e0');
INSERT INTO "journal_entry" VALUES(18,'c6937207-17f3-4f44-8dd0-7d96caee49a8',18,'Decide','klubba beslut','Ada','2031-03-04T09:00:38.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,0,'[]','["233679277f7e47aa0241d720efe2b2d06a957f69ec85d1cc754104b4071c7332","a52d5871f5dc32bf40dfa6092ecc3944d6fd458adc820dd6f0a7bdbef925cc85","15ad02cca69b7267fe24ec1cd3bbcfb805a5c385bdd72c6fa8b408bca514007c","8a226058ccd1fffdf6c5981c2fbb255056b953a4ddd7799d97af5ae8acf6ed8b"]','639a5f88164b0e87f3b26971a88ba7474625287f20cedbcd34df4571aab3d2e0','01f9f09385a3588915f0672f951fd5fd8a152848c70623147228b091ee47e4ec');
INSERT INTO "journal_entry" VALUES(19,'c6937207-17f3-4f44-8dd0-7d96caee49a8',19,'CloseMeeting','avsluta sammanträdet','Ada','2031-03-04T09:00:40.000000+00:00','["297723ab-0f61-4542-ad95-c95e821d0cc4"]','do','[]',NULL,1,'[]','["7ce9de750f041cd82e6cf8a9736aab9137ea1879a820746c7b30071ba209e188","517720ad6e7161cafd48e8b52b1c663a694dbbe37093129ca24ede7418579272","bdbcf8876d77e9d45848fcae406a117e9051c4f71d36fdd0162aa2901ce0eb44"]','01f9f09385a3588915f0672f951fd5fd8a152848c70623147228b091ee47e4ec','1b2e0191dac9741ccd9df4cded7bf405c788805df2d92c6f84bd969e5863e503');
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
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',1,0,'arguments','',NULL,'{"customs":{"approval_days":14,"approvers":1,"court":[],"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"colour":"","logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","recipient_groups":[],"remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true},"kind":"committee","name":"Skärnämnden","parent_id":null,"seats":3,"short_name":"nämnden","valid_from":"2023-01-01"}','14793f41744691ab585474ee6de31df3');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',1,1,'body','80253814-12fb-4ccb-a66c-d56f06bd9a83',NULL,'{"id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","kind":"committee","parent_id":null,"version":0}','3626ecbb75f1162bdddc70379dd9a848');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',1,2,'body_term','7381709b-2380-450e-9a63-5f76a30cc490',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","customs":"{\"approval_days\":14,\"approvers\":1,\"court\":[],\"digital_signing\":false,\"first_section\":1,\"first_section_year\":null,\"formal_sections\":true,\"keeps_balance\":false,\"letterhead\":{\"address\":[],\"colour\":\"\",\"logo\":null,\"organisation\":\"\",\"website\":\"\"},\"notice_days\":7,\"notices\":[],\"observers_may_speak\":false,\"opening_section\":false,\"personal_substitutes\":false,\"proposal_always_put\":true,\"proposal_name\":\"förslaget\",\"recipient_groups\":[],\"remote_allowed\":false,\"section_order\":\"proposal_first\",\"service_order\":[],\"standard_items\":[],\"storage_place\":\"\",\"substitutes_may_speak\":false,\"time_separator\":\".\",\"vote_style\":\"table\",\"withdrawn_sections\":true}","id":"7381709b-2380-450e-9a63-5f76a30cc490","name":"Skärnämnden","seats":3,"short_name":"nämnden","valid_from":"2023-01-01","version":0}','c2ec8aebbbd113df970b379770f53c5a');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,0,'arguments','',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","replace":false,"rows":[{"email":"","given_name":"Karin","party":"S","personal_for":null,"phone":"","role":"chair","surname":"Ek"},{"email":"","given_name":"Olle","party":"M","personal_for":null,"phone":"","role":"member","surname":"Sand"},{"email":"","given_name":"Åsa","party":"C","personal_for":null,"phone":"","role":"member","surname":"Vik"},{"email":"","given_name":"Bo","party":"C","personal_for":null,"phone":"","role":"substitute","surname":"Gran"}],"valid_from":"2023-01-01"}','e70c2aee8777ec2658575630fc3bc875');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,1,'person','733b8b2d-e4d1-4657-a324-98b5b2454c7c',NULL,'{"email":"","given_name":"Karin","id":"733b8b2d-e4d1-4657-a324-98b5b2454c7c","phone":"","surname":"Ek","version":0}','9755f3164b15ebffe65c9132e89796e5');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,2,'mandate','811c06d0-529f-4a09-8ce1-cce7e4fbfe30',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","elected_order":1,"id":"811c06d0-529f-4a09-8ce1-cce7e4fbfe30","party":"S","person_id":"733b8b2d-e4d1-4657-a324-98b5b2454c7c","personal_for":null,"role":"chair","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','790a3e011d2327db6331332b8258cc44');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,3,'person','093c8057-a9ea-4114-a84d-5073cf971870',NULL,'{"email":"","given_name":"Olle","id":"093c8057-a9ea-4114-a84d-5073cf971870","phone":"","surname":"Sand","version":0}','fe277fa2df252a504003038417d4f154');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,4,'mandate','695a290f-247e-497f-a107-0150cd64919e',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","elected_order":2,"id":"695a290f-247e-497f-a107-0150cd64919e","party":"M","person_id":"093c8057-a9ea-4114-a84d-5073cf971870","personal_for":null,"role":"member","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','46ccaed0b64b06bcf7fac1b566cfd980');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,5,'person','85d8bc66-26bc-43e1-91ec-a2ff60da8c99',NULL,'{"email":"","given_name":"Åsa","id":"85d8bc66-26bc-43e1-91ec-a2ff60da8c99","phone":"","surname":"Vik","version":0}','b6b5b14117b8366e672c994319960fc7');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,6,'mandate','55b66870-4719-4fde-ab02-97752ea6c11c',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","elected_order":3,"id":"55b66870-4719-4fde-ab02-97752ea6c11c","party":"C","person_id":"85d8bc66-26bc-43e1-91ec-a2ff60da8c99","personal_for":null,"role":"member","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','f9c70c4582427adfdf5cab30377a05d2');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,7,'person','09257573-8ad0-4a07-84c1-1dc7264a341e',NULL,'{"email":"","given_name":"Bo","id":"09257573-8ad0-4a07-84c1-1dc7264a341e","phone":"","surname":"Gran","version":0}','90c7c4ff0b89dbe65558c47caf5fb77e');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',2,8,'mandate','0514246f-efc5-4644-b36b-af161d9a2bcf',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","elected_order":1,"id":"0514246f-efc5-4644-b36b-af161d9a2bcf","party":"C","person_id":"09257573-8ad0-4a07-84c1-1dc7264a341e","personal_for":null,"role":"substitute","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','4cd63ec1b829b5d7a4934ab7f5046f12');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',3,0,'arguments','',NULL,'{"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","day":"2031-03-04","ends":null,"place":"Hamnsalen","standard_items":true,"starts":"10:00:00"}','66a342a4a5ee29ed0dc067cfac7609d8');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',3,1,'meeting','297723ab-0f61-4542-ad95-c95e821d0cc4',NULL,'{"approval_date":null,"approval_place":"","body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"297723ab-0f61-4542-ad95-c95e821d0cc4","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','95a805ab99e6706df2443055d3231c1e');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',4,0,'arguments','',NULL,'{"diary_number":"SKN 2031/1","initiative_by":null,"kind":"decision","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","number":null,"presenters":[],"purpose":null,"title":"Bidrag till hamnen"}','589a9018f429a7ce9df196f88cb769a3');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',4,1,'matter','e68dfc25-d4ef-4d1f-b3eb-553d930ec5de',NULL,'{"diary_number":"SKN 2031/1","external_diary_number":"","id":"e68dfc25-d4ef-4d1f-b3eb-553d930ec5de","title":"Bidrag till hamnen","version":0}','7acc92a6028dd178fa2f2630421a0d67');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',4,2,'agenda_item','e46635ef-2cc8-47db-ad32-1456d8917568',NULL,'{"authority":0,"id":"e46635ef-2cc8-47db-ad32-1456d8917568","kind":"decision","matter_id":"e68dfc25-d4ef-4d1f-b3eb-553d930ec5de","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","neutral_heading":"","number":1,"presenters":"[]","purpose":null,"secrecy_ground":"","secret":0,"staff_excluded":0,"title":"Bidrag till hamnen","version":0}','50f82583baa13ef981ecb1f1f5e5072f');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',5,0,'arguments','',NULL,'{"drafts":[{"depth":0,"id":null,"kind":"decider","marks":[],"rows":[],"text":"Skärnämnden beslutar"},{"depth":1,"id":null,"kind":"clause","marks":[],"rows":[],"text":"bevilja bidraget."}],"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","role":"proposal","section_id":null}','cd0d48c21a676dec470bcbfb55bd883a');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',5,1,'text_block','dcb7aa9d-739a-458c-b120-13fb40e2f6c1',NULL,'{"edited":"Skärnämnden beslutar","fingerprint":null,"generated":null,"id":"dcb7aa9d-739a-458c-b120-13fb40e2f6c1","item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"proposal","rows":"[]","section_id":null,"version":0}','48131800f3e435c2b817193acd0a9e0c');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',5,2,'text_block','54372160-68b5-4276-b7e3-6b74d56ca516',NULL,'{"edited":"bevilja bidraget.","fingerprint":null,"generated":null,"id":"54372160-68b5-4276-b7e3-6b74d56ca516","item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","kind":"clause","marks":"[]","parent_id":"dcb7aa9d-739a-458c-b120-13fb40e2f6c1","position":2,"role":"proposal","rows":"[]","section_id":null,"version":0}','ae4c64611c05f4aabfa3bb7636cb939d');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',6,0,'arguments','',NULL,'{"day":"2031-02-20","item_id":"e46635ef-2cc8-47db-ad32-1456d8917568"}','43b7a033ad0ab4679e8e5ac8da4a092d');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',6,1,'memorandum','0cb700c6-3e39-495e-9800-9aebadb4c57c',NULL,'{"day":"2031-02-20","id":"0cb700c6-3e39-495e-9800-9aebadb4c57c","item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","officer":"","signatory":"","signatory_title":"","unit":"","version":0}','f7e6bd69ec741418fd129c3b5758b9d6');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',7,0,'arguments','',NULL,'{"drafts":[{"depth":0,"id":null,"kind":"paragraph","marks":[],"rows":[],"text":"Hamnen söker bidrag till en ny brygga."}],"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","role":"background","section_id":null}','f94d324865a9e45600021ddbc0b59b5a');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',7,1,'text_block','5e2462b9-e224-4fc8-8351-bd7b4b57d6b5',NULL,'{"edited":"Hamnen söker bidrag till en ny brygga.","fingerprint":null,"generated":null,"id":"5e2462b9-e224-4fc8-8351-bd7b4b57d6b5","item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","kind":"paragraph","marks":"[]","parent_id":null,"position":1,"role":"background","rows":"[]","section_id":null,"version":0}','8203e29b7156b776efe11b996222d682');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',8,0,'arguments','',NULL,'{"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","names":["Hamnbolaget"]}','487df62f9390560752bff284d13f156d');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',8,1,'recipient','f0e3bcfc-f54a-4eba-8906-e5f7206ea6de',NULL,'{"address":"","id":"f0e3bcfc-f54a-4eba-8906-e5f7206ea6de","item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","manner":"","name":"Hamnbolaget","party":0,"position":1,"version":0}','193b3c750a323670ef33df529b0b6f52');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',9,0,'arguments','',NULL,'{"at":null,"meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","present":["733b8b2d-e4d1-4657-a324-98b5b2454c7c","093c8057-a9ea-4114-a84d-5073cf971870","09257573-8ad0-4a07-84c1-1dc7264a341e"],"remote":[],"serving":[]}','49be11ab6efe2ef9d562e033dce03f67');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',9,1,'meeting','297723ab-0f61-4542-ad95-c95e821d0cc4','{"approval_date":null,"approval_place":"","body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"297723ab-0f61-4542-ad95-c95e821d0cc4","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"297723ab-0f61-4542-ad95-c95e821d0cc4","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','0cec756d4cae5db9fe4361b73458d261');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',9,2,'section','26d62aeb-199c-46a0-8f27-cf413b3e5094',NULL,'{"appeal":"legality","approved":null,"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","closed_doors":0,"heading":"","id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","immediate":0,"initiative_by":null,"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","neutral_heading":"","number":null,"outcome":null,"position":1,"secrecy_ground":"","secret":0,"state":"open","version":0,"year":2031}','dfae445114e9b09eb7b7c88dff55ce5a');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',9,3,'presence_event','9202bd3e-2558-491a-afba-6174edeee6fa',NULL,'{"anchor":"before","at":null,"id":"9202bd3e-2558-491a-afba-6174edeee6fa","kind":"arrives","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","person_id":"733b8b2d-e4d1-4657-a324-98b5b2454c7c","position":1,"reason":"","section_id":null,"serves_for_id":null,"version":0}','fe9ad4c5ff4f623aa2ef81072f92a17b');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',9,4,'presence_event','88597cbb-d236-4cc1-8cb2-1606ebeaae66',NULL,'{"anchor":"before","at":null,"id":"88597cbb-d236-4cc1-8cb2-1606ebeaae66","kind":"arrives","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","person_id":"093c8057-a9ea-4114-a84d-5073cf971870","position":2,"reason":"","section_id":null,"serves_for_id":null,"version":0}','50a89b487c126582031ca5c1fb9aab17');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',9,5,'presence_event','e3ed49aa-9b3d-49af-bff2-62b21a6bc43e',NULL,'{"anchor":"before","at":null,"id":"e3ed49aa-9b3d-49af-bff2-62b21a6bc43e","kind":"arrives","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","person_id":"09257573-8ad0-4a07-84c1-1dc7264a341e","position":3,"reason":"","section_id":null,"serves_for_id":null,"version":0}','9b5f5291ccebee83caf7bbe08ce746c1');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',10,0,'arguments','',NULL,'{"anchor":"before","at":null,"meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","person_id":"09257573-8ad0-4a07-84c1-1dc7264a341e","reason":"","section_id":null,"serves_for_id":"85d8bc66-26bc-43e1-91ec-a2ff60da8c99"}','e443fcf8bc35c100b6891042e39e598f');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',10,1,'presence_event','595999b5-c559-4fef-9ff8-337a86e9be90',NULL,'{"anchor":"before","at":null,"id":"595999b5-c559-4fef-9ff8-337a86e9be90","kind":"serves_for","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","person_id":"09257573-8ad0-4a07-84c1-1dc7264a341e","position":4,"reason":"","section_id":null,"serves_for_id":"85d8bc66-26bc-43e1-91ec-a2ff60da8c99","version":0}','6e588a8aa33dfe01673875ab6bed4def');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',11,0,'arguments','',NULL,'{"authors":[],"clauses":[],"document_id":null,"handed_in":null,"kind":"rejection","movers":["093c8057-a9ea-4114-a84d-5073cf971870"],"on":[],"second_hand_of":null,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","supporters":[]}','c27ced5481ffe8f58152225213a8f325');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',11,1,'motion','8967bed4-d7d9-4713-9190-ec8717f93c03',NULL,'{"authors":"[]","clauses":"[]","document_id":null,"handed_in":null,"id":"8967bed4-d7d9-4713-9190-ec8717f93c03","kind":"rejection","movers":"[\"093c8057-a9ea-4114-a84d-5073cf971870\"]","on":"[]","position":1,"second_hand_of":null,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","supporters":"[]","version":0,"withdrawn":0}','ec2133762685117be171affeeb1251b0');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',12,0,'arguments','',NULL,'{"carried":"proposal","kind":null,"options":[],"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094"}','095a3b542a8e6797f571ad3d3a6b6463');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',12,1,'proposition','24605e7b-01d4-47dd-8f25-0f00254c56c9',NULL,'{"after_gavel":0,"carried":"proposal","id":"24605e7b-01d4-47dd-8f25-0f00254c56c9","kind":"matter","options":"[\"proposal\",\"rejection\"]","position":1,"requested_by":null,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0,"vote_requested":0}','414b20e65980606ce4d2a1775f962453');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',13,0,'arguments','',NULL,'{"after_gavel":false,"proposition_id":"24605e7b-01d4-47dd-8f25-0f00254c56c9","requested_by":null}','39a542a16aca8d2715d5ec5ba10eedd3');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',13,1,'proposition','24605e7b-01d4-47dd-8f25-0f00254c56c9','{"after_gavel":0,"carried":"proposal","id":"24605e7b-01d4-47dd-8f25-0f00254c56c9","kind":"matter","options":"[\"proposal\",\"rejection\"]","position":1,"requested_by":null,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0,"vote_requested":0}','{"after_gavel":0,"carried":"proposal","id":"24605e7b-01d4-47dd-8f25-0f00254c56c9","kind":"matter","options":"[\"proposal\",\"rejection\"]","position":1,"requested_by":null,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":1,"vote_requested":1}','73242f5e28685ffbff5d4dafcc2430fa');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',14,0,'arguments','',NULL,'{"no":"8967bed4-d7d9-4713-9190-ec8717f93c03","proposition_id":"24605e7b-01d4-47dd-8f25-0f00254c56c9","yes":"proposal"}','6ab60a10767b9ce18be0ee5d65467d4f');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',14,1,'vote','1f036ed7-fd14-4383-9567-4c53ffabc04b',NULL,'{"blank":0,"casting":null,"closed":0,"counts":"[]","id":"1f036ed7-fd14-4383-9567-4c53ffabc04b","invalid":0,"lot":null,"minority":0,"no":"8967bed4-d7d9-4713-9190-ec8717f93c03","proposition_id":"24605e7b-01d4-47dd-8f25-0f00254c56c9","section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0,"yes":"proposal"}','49bcf546c6982d22f92ae05d4f0aef0c');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',15,0,'arguments','',NULL,'{"choice":"no","person_id":"093c8057-a9ea-4114-a84d-5073cf971870","vote_id":"1f036ed7-fd14-4383-9567-4c53ffabc04b"}','9f069911cbff4c7ce8a2364fc01bcca8');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',15,1,'ballot','f216e196-5c82-4099-abf7-806d800b3493',NULL,'{"choice":"no","id":"f216e196-5c82-4099-abf7-806d800b3493","person_id":"093c8057-a9ea-4114-a84d-5073cf971870","position":1,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0,"vote_id":"1f036ed7-fd14-4383-9567-4c53ffabc04b"}','b4d76af1459606f10a601c92aa2c8298');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',16,0,'arguments','',NULL,'{"choice":"yes","person_id":"09257573-8ad0-4a07-84c1-1dc7264a341e","vote_id":"1f036ed7-fd14-4383-9567-4c53ffabc04b"}','56cc636449f97b373a07e4a1ed737a1c');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',16,1,'ballot','cf8b0875-80c2-4f79-8334-29798f47a1b5',NULL,'{"choice":"yes","id":"cf8b0875-80c2-4f79-8334-29798f47a1b5","person_id":"09257573-8ad0-4a07-84c1-1dc7264a341e","position":2,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0,"vote_id":"1f036ed7-fd14-4383-9567-4c53ffabc04b"}','d2535003fe6163c564534f16b639c7d6');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',17,0,'arguments','',NULL,'{"choice":"yes","person_id":"733b8b2d-e4d1-4657-a324-98b5b2454c7c","vote_id":"1f036ed7-fd14-4383-9567-4c53ffabc04b"}','32d288319f8397353b2844e4eec14719');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',17,1,'ballot','2a4f23eb-3472-404d-aad8-35f9c173585e',NULL,'{"choice":"yes","id":"2a4f23eb-3472-404d-aad8-35f9c173585e","person_id":"733b8b2d-e4d1-4657-a324-98b5b2454c7c","position":3,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0,"vote_id":"1f036ed7-fd14-4383-9567-4c53ffabc04b"}','1f1bbb3dcdc76f03d95157e51c2e395b');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',18,0,'arguments','',NULL,'{"outcome":null,"section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094"}','2eea72c077c3838fafad620226a82bca');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',18,1,'section','26d62aeb-199c-46a0-8f27-cf413b3e5094','{"appeal":"legality","approved":null,"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","closed_doors":0,"heading":"","id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","immediate":0,"initiative_by":null,"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","neutral_heading":"","number":null,"outcome":null,"position":1,"secrecy_ground":"","secret":0,"state":"open","version":0,"year":2031}','{"appeal":"legality","approved":null,"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","closed_doors":0,"heading":"","id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","immediate":0,"initiative_by":null,"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","neutral_heading":"","number":null,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":1,"year":2031}','79c286039d7a93f29b8672fde708b9c5');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',18,2,'text_block','bf301c28-350e-41e9-a0c8-b4734de2e6e2',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"Skärnämnden beslutar","id":"bf301c28-350e-41e9-a0c8-b4734de2e6e2","item_id":null,"kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"decision","rows":"[]","section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0}','21fa1b2566f5224e827117f0e50d5f43');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',18,3,'text_block','83e7212c-149c-446c-bbf6-54eb847219d6',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"bevilja bidraget.","id":"83e7212c-149c-446c-bbf6-54eb847219d6","item_id":null,"kind":"clause","marks":"[]","parent_id":"bf301c28-350e-41e9-a0c8-b4734de2e6e2","position":2,"role":"decision","rows":"[]","section_id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","version":0}','5fd0e7aee4f6951f0d72b6750602503d');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',19,0,'arguments','',NULL,'{"at":null,"meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4"}','d050eb2b1fb200812c8a3cfbfb496ab1');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',19,1,'section','26d62aeb-199c-46a0-8f27-cf413b3e5094','{"appeal":"legality","approved":null,"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","closed_doors":0,"heading":"","id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","immediate":0,"initiative_by":null,"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","neutral_heading":"","number":null,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":1,"year":2031}','{"appeal":"legality","approved":null,"body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","closed_doors":0,"heading":"","id":"26d62aeb-199c-46a0-8f27-cf413b3e5094","immediate":0,"initiative_by":null,"item_id":"e46635ef-2cc8-47db-ad32-1456d8917568","meeting_id":"297723ab-0f61-4542-ad95-c95e821d0cc4","neutral_heading":"","number":1,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":2,"year":2031}','e11529a176cc503ec92c9569d5428df7');
INSERT INTO "journal_image" VALUES('c6937207-17f3-4f44-8dd0-7d96caee49a8',19,2,'meeting','297723ab-0f61-4542-ad95-c95e821d0cc4','{"approval_date":null,"approval_place":"","body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"297723ab-0f61-4542-ad95-c95e821d0cc4","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"80253814-12fb-4ccb-a66c-d56f06bd9a83","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"297723ab-0f61-4542-ad95-c95e821d0cc4","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"closed","version":2,"withdrawn_because":""}','0dde57fcdcab6c32c9c2900cc3b53d22');
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
INSERT INTO "mandate" VALUES('811c06d0-529f-4a09-8ce1-cce7e4fbfe30',0,'733b8b2d-e4d1-4657-a324-98b5b2454c7c','80253814-12fb-4ccb-a66c-d56f06bd9a83','chair','S','2023-01-01',NULL,NULL,1,NULL);
INSERT INTO "mandate" VALUES('695a290f-247e-497f-a107-0150cd64919e',0,'093c8057-a9ea-4114-a84d-5073cf971870','80253814-12fb-4ccb-a66c-d56f06bd9a83','member','M','2023-01-01',NULL,NULL,2,NULL);
INSERT INTO "mandate" VALUES('55b66870-4719-4fde-ab02-97752ea6c11c',0,'85d8bc66-26bc-43e1-91ec-a2ff60da8c99','80253814-12fb-4ccb-a66c-d56f06bd9a83','member','C','2023-01-01',NULL,NULL,3,NULL);
INSERT INTO "mandate" VALUES('0514246f-efc5-4644-b36b-af161d9a2bcf',0,'09257573-8ad0-4a07-84c1-1dc7264a341e','80253814-12fb-4ccb-a66c-d56f06bd9a83','substitute','C','2023-01-01',NULL,NULL,1,NULL);
CREATE TABLE matter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	external_diary_number TEXT COLLATE swedish NOT NULL, 
	CONSTRAINT pk_matter PRIMARY KEY (id)
);
INSERT INTO "matter" VALUES('e68dfc25-d4ef-4d1f-b3eb-553d930ec5de',0,'Bidrag till hamnen','SKN 2031/1','');
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
INSERT INTO "meeting" VALUES('297723ab-0f61-4542-ad95-c95e821d0cc4',2,'80253814-12fb-4ccb-a66c-d56f06bd9a83','2031-03-04',NULL,'10:00:00',NULL,'Hamnsalen','closed','Ada','nämndsekreterare','','','[]','[]','[]',NULL,NULL,NULL,'',NULL,NULL,'');
CREATE TABLE memorandum (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	day TEXT, 
	signatory TEXT NOT NULL, 
	signatory_title TEXT NOT NULL, 
	CONSTRAINT pk_memorandum PRIMARY KEY (id), 
	CONSTRAINT fk_memorandum_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT uq_memorandum_item_id UNIQUE (item_id)
);
INSERT INTO "memorandum" VALUES('0cb700c6-3e39-495e-9800-9aebadb4c57c',0,'e46635ef-2cc8-47db-ad32-1456d8917568','','','2031-02-20','','');
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
INSERT INTO "motion" VALUES('8967bed4-d7d9-4713-9190-ec8717f93c03',0,'26d62aeb-199c-46a0-8f27-cf413b3e5094',1,'rejection','["093c8057-a9ea-4114-a84d-5073cf971870"]','[]','[]','[]','[]',NULL,NULL,NULL,0);
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
INSERT INTO "person" VALUES('733b8b2d-e4d1-4657-a324-98b5b2454c7c',0,'Karin','Ek','','');
INSERT INTO "person" VALUES('093c8057-a9ea-4114-a84d-5073cf971870',0,'Olle','Sand','','');
INSERT INTO "person" VALUES('85d8bc66-26bc-43e1-91ec-a2ff60da8c99',0,'Åsa','Vik','','');
INSERT INTO "person" VALUES('09257573-8ad0-4a07-84c1-1dc7264a341e',0,'Bo','Gran','','');
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
INSERT INTO "presence_event" VALUES('9202bd3e-2558-491a-afba-6174edeee6fa',0,'297723ab-0f61-4542-ad95-c95e821d0cc4','733b8b2d-e4d1-4657-a324-98b5b2454c7c','arrives',1,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('88597cbb-d236-4cc1-8cb2-1606ebeaae66',0,'297723ab-0f61-4542-ad95-c95e821d0cc4','093c8057-a9ea-4114-a84d-5073cf971870','arrives',2,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('e3ed49aa-9b3d-49af-bff2-62b21a6bc43e',0,'297723ab-0f61-4542-ad95-c95e821d0cc4','09257573-8ad0-4a07-84c1-1dc7264a341e','arrives',3,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('595999b5-c559-4fef-9ff8-337a86e9be90',0,'297723ab-0f61-4542-ad95-c95e821d0cc4','09257573-8ad0-4a07-84c1-1dc7264a341e','serves_for',4,'85d8bc66-26bc-43e1-91ec-a2ff60da8c99','before',NULL,NULL,'');
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
INSERT INTO "proposition" VALUES('24605e7b-01d4-47dd-8f25-0f00254c56c9',1,'26d62aeb-199c-46a0-8f27-cf413b3e5094',1,'matter','["proposal","rejection"]','proposal',1,NULL,0);
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
INSERT INTO "recipient" VALUES('f0e3bcfc-f54a-4eba-8906-e5f7206ea6de',0,'e46635ef-2cc8-47db-ad32-1456d8917568',1,'Hamnbolaget','','',0);
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
INSERT INTO "section" VALUES('26d62aeb-199c-46a0-8f27-cf413b3e5094',2,'297723ab-0f61-4542-ad95-c95e821d0cc4','80253814-12fb-4ccb-a66c-d56f06bd9a83',2031,1,'','e46635ef-2cc8-47db-ad32-1456d8917568',1,'decided','approved',NULL,0,0,NULL,'legality',0,'','');
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
INSERT INTO "text_block" VALUES('dcb7aa9d-739a-458c-b120-13fb40e2f6c1',0,'proposal','decider',1,'e46635ef-2cc8-47db-ad32-1456d8917568',NULL,NULL,NULL,'Skärnämnden beslutar',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('54372160-68b5-4276-b7e3-6b74d56ca516',0,'proposal','clause',2,'e46635ef-2cc8-47db-ad32-1456d8917568',NULL,'dcb7aa9d-739a-458c-b120-13fb40e2f6c1',NULL,'bevilja bidraget.',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('5e2462b9-e224-4fc8-8351-bd7b4b57d6b5',0,'background','paragraph',1,'e46635ef-2cc8-47db-ad32-1456d8917568',NULL,NULL,NULL,'Hamnen söker bidrag till en ny brygga.',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('bf301c28-350e-41e9-a0c8-b4734de2e6e2',0,'decision','decider',1,NULL,'26d62aeb-199c-46a0-8f27-cf413b3e5094',NULL,'Skärnämnden beslutar',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
INSERT INTO "text_block" VALUES('83e7212c-149c-446c-bbf6-54eb847219d6',0,'decision','clause',2,NULL,'26d62aeb-199c-46a0-8f27-cf413b3e5094','bf301c28-350e-41e9-a0c8-b4734de2e6e2','bevilja bidraget.',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
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
INSERT INTO "vote" VALUES('1f036ed7-fd14-4383-9567-4c53ffabc04b',0,'26d62aeb-199c-46a0-8f27-cf413b3e5094','24605e7b-01d4-47dd-8f25-0f00254c56c9','proposal','8967bed4-d7d9-4713-9190-ec8717f93c03',0,'[]',0,0,NULL,NULL,0);
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
COMMIT;
