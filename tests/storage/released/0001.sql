BEGIN TRANSACTION;
CREATE TABLE agenda_item (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	purpose TEXT, 
	matter_id TEXT, 
	presenters TEXT NOT NULL, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
INSERT INTO "agenda_item" VALUES('ab34979c-3e4c-4cd3-b097-a72bed93b100',0,'d24a9888-8956-41f8-8136-06da26a43e0d',1,'decision','Bidrag till hamnen',NULL,'89b6a58a-d3b6-42ef-b58a-a6e12eca38ca','[]');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
CREATE TABLE binder (
	id TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	created_at TEXT NOT NULL, 
	copy_id TEXT NOT NULL, 
	CONSTRAINT pk_binder PRIMARY KEY (id), 
	CONSTRAINT fk_binder_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id)
);
INSERT INTO "binder" VALUES('96182f33-366b-48b8-bfd0-a8f67e2a1000','Skärnämnden','2026-09-01T08:00:02.000000+00:00','28e3d74c-e801-4d86-9f75-5ae7459c93d6');
CREATE TABLE binder_copy (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_binder_copy PRIMARY KEY (id)
);
INSERT INTO "binder_copy" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6','Original','2026-09-01T08:00:02.000000+00:00');
CREATE TABLE body (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	parent_id TEXT, 
	CONSTRAINT pk_body PRIMARY KEY (id), 
	CONSTRAINT ck_body_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id)
);
INSERT INTO "body" VALUES('e7841fdb-26c9-4de9-ac7b-087276d57a8e',0,'committee',NULL);
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
INSERT INTO "body_term" VALUES('ddd6254f-ff42-425a-a025-50d438b323e2',0,'e7841fdb-26c9-4de9-ac7b-087276d57a8e','2026-01-01','Skärnämnden',3,'nämnden','{"approval_days":14,"first_section":1,"first_section_year":null,"formal_sections":true,"letterhead":{"address":[],"logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"opening_section":false,"section_order":"proposal_first","standard_items":[],"storage_place":"","time_separator":".","withdrawn_sections":true}');
CREATE TABLE conversion (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	state TEXT NOT NULL, 
	converter TEXT NOT NULL, 
	converter_version TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	pdf_sha TEXT, 
	message TEXT NOT NULL, 
	CONSTRAINT pk_conversion PRIMARY KEY (id), 
	CONSTRAINT ck_conversion_sha256_is_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_conversion_pages CHECK (pages >= 0)
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
INSERT INTO "journal_entry" VALUES(1,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',1,'CreateBody','ny nämnd','Ada','2026-09-01T08:00:04.000000+00:00','[]','do','[]',NULL,0,'[]','["af3df57b78aaa1326719fdbb284efcdb4eeb1dbecaf341d8e08f036a4e89f8f5","30b099fd95d02bb34e50d8ecaf88f5f9df7ae0c37fd4204354f20c413c6f341e","432a9ff7e67bfacf59648b2b0dc9ba049573e91492d05870493007c2c1982e2e"]','dfe8e01b0a83b43e204b098f32a62d9e22ead2a87033917b772c72a14bbd7c02','85210f52d42719f65e8e863c82273ed06fe0fd028ab5e5a59c9b143d38dfae22');
INSERT INTO "journal_entry" VALUES(2,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,'TakeInMembers','läs in förtroendevalda','Ada','2026-09-01T08:00:06.000000+00:00','[]','do','[]',NULL,0,'[]','["ce60e862fae7e44e2e274e4cb08f62a92c02d0aa9de943d9f7f327e1786f2a5a","bf05a63743f2f6caba9681bb288fe25dea50512f33861bfd6d66beae1e274acc","f7c345356225a1ef7443162828c08e1e6117c3d46f0e0ab1d2d4c7566bf1f47d","077773a85bf366455ce1921f8fb54f56de7f4836a6c42cfe71ab9d4cb0240eef","5639155b1b9ae03292d5da6a1b9d0d5faffe7c49ad1b6b51c904832919c885ac","21b9e431d82deb9a8cd2cfcff2f87088b5ed12f7e8d3e615c404972919672fa0","49fa7bef60c4f6ef116cb031436091de2d5c10756a6e33580b6df6271ad5df33","82e0b2b817c8d2a6aa76a1d4ffa9857432c105db28fa2f1007f2ab8986918565","ac88d0591cfbb7c23d390b2c1e1a7fe82932a58e71bd5cb0b07abad274e98c74"]','85210f52d42719f65e8e863c82273ed06fe0fd028ab5e5a59c9b143d38dfae22','f55961830e597b8c0d726f50ed9523eb369d6be5ed191cc1bda42c65639b8755');
INSERT INTO "journal_entry" VALUES(3,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',3,'PlanMeeting','nytt sammanträde','Ada','2026-09-01T08:00:08.000000+00:00','["d24a9888-8956-41f8-8136-06da26a43e0d"]','do','[]',NULL,0,'[]','["7f2ff66e637e5312521c2334274c6060d06adb9cb0a1ee0e8c21a668fc3b5379","80766059771f5cb2e76bc6ae718ebbd924fa49c6b1069414f74bfc233a2b4d64"]','f55961830e597b8c0d726f50ed9523eb369d6be5ed191cc1bda42c65639b8755','f2b10b66ce336f635570554afa5147d8513ce6c19ecfa46a11ce4afd300bd9d8');
INSERT INTO "journal_entry" VALUES(4,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',4,'AddItem','nytt ärende','Ada','2026-09-01T08:00:10.000000+00:00','["d24a9888-8956-41f8-8136-06da26a43e0d"]','do','[]',NULL,0,'[]','["40c01c46e7ba568d158f55a7344e4fee6daa4d9c2abf063959b81f5626a8226c","b04bf0f4d66d72e287e1fd5ed23f2b0dfa01bb7eca61c769d4638bdc6e2875c3","7959edbef270562911c6ef3c1893958a442c519b810ab57a0e03cddcd2901e65"]','f2b10b66ce336f635570554afa5147d8513ce6c19ecfa46a11ce4afd300bd9d8','861bf0c25d8ffed474f0ce7ae9fe0988bbe5fbf5f6f96d592e6a265a276dca2e');
INSERT INTO "journal_entry" VALUES(5,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',5,'WriteText','ändra text','Ada','2026-09-01T08:00:12.000000+00:00','["d24a9888-8956-41f8-8136-06da26a43e0d"]','do','[]','text:ab34979c-3e4c-4cd3-b097-a72bed93b100:proposal',0,'[]','["c39a6b9f671291cb00990f8d366022e3433e4c5636a10d261c7557a01a6b008a","ed7236f161bf1f7168415dd96452967bb27ec8d3636e7e9f48a9f304e1a2f774","321b411db1b1e81b51ce92f0116563184ee2e897ed238f075a8490a1b1a5959d"]','861bf0c25d8ffed474f0ce7ae9fe0988bbe5fbf5f6f96d592e6a265a276dca2e','e0affc8b40ec4b489c1df3180fda73862bff562db74b3ba20bffcb9738872fb0');
INSERT INTO "journal_entry" VALUES(6,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,'OpenMeeting','öppna sammanträdet','Ada','2026-09-01T08:00:14.000000+00:00','["d24a9888-8956-41f8-8136-06da26a43e0d"]','do','[]',NULL,0,'[]','["530e1deb3bb9996ca7e933996123d9e832d0141704a60905ffc1fd99108d3d5c","3de33244f11664d4447f7101deba8d702d0839111b7d636c83fe8a6a876c6a8a","ef4de320d1342af177971a336ea28cb4f82366cf98aa49148fc176d1382ece30","bf53cec9f6fb931726238888bfe6f44c35bfb1bde585be33a4b7031310fcc601","706d1ae883ef43ecaa036ca6a475dc65c876fba098a8c7f537aad2ed580cc228","055513a28c533c469af739eace4ddc34cfa75925fe9d0e6e866f5f5da19668bb","ab11cfd65ad7cfd0f8626b8c3414d95b04b2a8d555a930c7abf3a76eee435c50"]','e0affc8b40ec4b489c1df3180fda73862bff562db74b3ba20bffcb9738872fb0','04cf857826e4a613ddc116b0c7c24548a1672368380b6fc3651e549cbb7d1f4f');
INSERT INTO "journal_entry" VALUES(7,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',7,'Decide','klubba beslut','Ada','2026-09-01T08:00:16.000000+00:00','["d24a9888-8956-41f8-8136-06da26a43e0d"]','do','[]',NULL,0,'[]','["e05a91ed5994cf3d644b672ef8000087907b4a27b03016b16091af08137792dc","6884d59c0b80537ecf707d2f3f8a8a4aeb0778e0241a42d9b1ae47fc3222aa15","1b5519a447e3a6b30775f2321ecc89223d953a33868624554bd4cc0510a6af93","55620a979cffe9b6f01c886c6a91a9c9885bc998793fc64d68d36a9fd8123108"]','04cf857826e4a613ddc116b0c7c24548a1672368380b6fc3651e549cbb7d1f4f','265f2a91c8684bb12e589e66c3285ea0f7296772f176ae22590c7230add9cb5f');
INSERT INTO "journal_entry" VALUES(8,'28e3d74c-e801-4d86-9f75-5ae7459c93d6',8,'CloseMeeting','avsluta sammanträdet','Ada','2026-09-01T08:00:18.000000+00:00','["d24a9888-8956-41f8-8136-06da26a43e0d"]','do','[]',NULL,1,'[]','["488410d677064d0525bff208ffe16e3ba8bbbbd628c17bbdc0053bfe663cc1f7","ed95acee9df1669790a0128348aa6a728c9393375f8e88a0d89d6b0a33bb035b","02ebbf04ecb543c62c45d6958e14e99fa57e5dbc16651aefe9b906ec44479d1d"]','265f2a91c8684bb12e589e66c3285ea0f7296772f176ae22590c7230add9cb5f','743aeb33ac4a5de393a44880f9787e77dfd49b8f5f62f7505df2478413be0fa6');
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
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',1,0,'arguments','',NULL,'{"customs":{"approval_days":14,"first_section":1,"first_section_year":null,"formal_sections":true,"letterhead":{"address":[],"logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"opening_section":false,"section_order":"proposal_first","standard_items":[],"storage_place":"","time_separator":".","withdrawn_sections":true},"kind":"committee","name":"Skärnämnden","parent_id":null,"seats":3,"short_name":"nämnden","valid_from":"2026-01-01"}','c92c7a75ccfa3a2f85b8dc5a22289f1c');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',1,1,'body','e7841fdb-26c9-4de9-ac7b-087276d57a8e',NULL,'{"id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","kind":"committee","parent_id":null,"version":0}','748490ad2447aaa269221e651059eb1e');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',1,2,'body_term','ddd6254f-ff42-425a-a025-50d438b323e2',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","customs":"{\"approval_days\":14,\"first_section\":1,\"first_section_year\":null,\"formal_sections\":true,\"letterhead\":{\"address\":[],\"logo\":null,\"organisation\":\"\",\"website\":\"\"},\"notice_days\":7,\"notices\":[],\"opening_section\":false,\"section_order\":\"proposal_first\",\"standard_items\":[],\"storage_place\":\"\",\"time_separator\":\".\",\"withdrawn_sections\":true}","id":"ddd6254f-ff42-425a-a025-50d438b323e2","name":"Skärnämnden","seats":3,"short_name":"nämnden","valid_from":"2026-01-01","version":0}','9e8d687b99d638a35a482ed7ede2d0ea');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,0,'arguments','',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","replace":false,"rows":[{"email":"","given_name":"Karin","party":"S","phone":"","role":"chair","surname":"Ek"},{"email":"","given_name":"Olle","party":"C","phone":"","role":"member","surname":"Sand"},{"email":"","given_name":"Mia","party":"M","phone":"","role":"member","surname":"Frid"},{"email":"","given_name":"Bo","party":"M","phone":"","role":"substitute","surname":"Gran"}],"valid_from":"2026-01-01"}','dcc35c1de6581fa3a3251b227fbea3df');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,1,'person','080128e7-d8d6-4348-b0d6-12053bb44685',NULL,'{"email":"","given_name":"Karin","id":"080128e7-d8d6-4348-b0d6-12053bb44685","phone":"","surname":"Ek","version":0}','97c58ce28dacf4b4dd53bc1835afe7e6');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,2,'mandate','5e634468-70ae-466e-b087-9cec9330b562',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","elected_order":1,"id":"5e634468-70ae-466e-b087-9cec9330b562","party":"S","person_id":"080128e7-d8d6-4348-b0d6-12053bb44685","role":"chair","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','ece9c844d28d5a70dac57198469394dd');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,3,'person','8f4d2cb3-f537-432c-98b5-6187ba44abff',NULL,'{"email":"","given_name":"Olle","id":"8f4d2cb3-f537-432c-98b5-6187ba44abff","phone":"","surname":"Sand","version":0}','625fe7ead56b0f17463d135996f9b915');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,4,'mandate','aa710229-8619-4844-bf63-7cf6bbfa439f',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","elected_order":2,"id":"aa710229-8619-4844-bf63-7cf6bbfa439f","party":"C","person_id":"8f4d2cb3-f537-432c-98b5-6187ba44abff","role":"member","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','fa545d267880574875f7b77499ba7f51');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,5,'person','7489436a-1dbe-4528-9285-0a1103fa4694',NULL,'{"email":"","given_name":"Mia","id":"7489436a-1dbe-4528-9285-0a1103fa4694","phone":"","surname":"Frid","version":0}','ba5fa5833254ef5a9f66a0a678df58b9');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,6,'mandate','e75c4016-31b5-496e-84e8-45542c67761e',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","elected_order":3,"id":"e75c4016-31b5-496e-84e8-45542c67761e","party":"M","person_id":"7489436a-1dbe-4528-9285-0a1103fa4694","role":"member","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','3b3f7692098a7c3ef87ef27fc5c3e503');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,7,'person','73bc92c7-dfe0-4657-950b-4155e4df89b0',NULL,'{"email":"","given_name":"Bo","id":"73bc92c7-dfe0-4657-950b-4155e4df89b0","phone":"","surname":"Gran","version":0}','9d7af620cd8f505d0e1d085bb22399e6');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',2,8,'mandate','585edf8d-a275-4992-baea-d0212548fba7',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","elected_order":1,"id":"585edf8d-a275-4992-baea-d0212548fba7","party":"M","person_id":"73bc92c7-dfe0-4657-950b-4155e4df89b0","role":"substitute","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','b5b92a9d7b5b33795ee7af98ca074adf');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',3,0,'arguments','',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","day":"2026-09-10","ends":null,"place":"Sal Bojen","standard_items":true,"starts":"10:00:00"}','d59601ac5b9bcf76be8a74309dce9c1f');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',3,1,'meeting','d24a9888-8956-41f8-8136-06da26a43e0d',NULL,'{"approval_date":null,"approval_place":"","body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"d24a9888-8956-41f8-8136-06da26a43e0d","notices":"[]","opened_at":null,"others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","starts":"10:00:00","state":"planned","version":0}','020baf1e7b65b08d123f03976a39315e');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',4,0,'arguments','',NULL,'{"diary_number":"26SK1","kind":"decision","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":null,"presenters":[],"purpose":null,"title":"Bidrag till hamnen"}','cec9838ad9fcfefe0df928d445d15923');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',4,1,'matter','89b6a58a-d3b6-42ef-b58a-a6e12eca38ca',NULL,'{"diary_number":"26SK1","external_diary_number":"","id":"89b6a58a-d3b6-42ef-b58a-a6e12eca38ca","title":"Bidrag till hamnen","version":0}','139167c868f1a9fde23a1b0d359315f7');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',4,2,'agenda_item','ab34979c-3e4c-4cd3-b097-a72bed93b100',NULL,'{"id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","kind":"decision","matter_id":"89b6a58a-d3b6-42ef-b58a-a6e12eca38ca","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":1,"presenters":"[]","purpose":null,"title":"Bidrag till hamnen","version":0}','8afd3730029b1bf44fec522df87f918b');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',5,0,'arguments','',NULL,'{"drafts":[{"depth":0,"id":null,"kind":"decider","marks":[],"rows":[],"text":"Skärnämnden beslutar"},{"depth":1,"id":null,"kind":"clause","marks":[],"rows":[],"text":"bevilja bidraget."}],"item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","role":"proposal","section_id":null}','357418d1361b7c11ad60a4dcfacae71d');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',5,1,'text_block','f3370f90-31d0-4231-825c-0ab0a092d266',NULL,'{"edited":"Skärnämnden beslutar","fingerprint":null,"generated":null,"id":"f3370f90-31d0-4231-825c-0ab0a092d266","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"proposal","rows":"[]","section_id":null,"version":0}','a822215d2193ab5fa2b0588ced8b0ca7');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',5,2,'text_block','d9837d47-ce94-4cfc-b7f9-5d871dd53f58',NULL,'{"edited":"bevilja bidraget.","fingerprint":null,"generated":null,"id":"d9837d47-ce94-4cfc-b7f9-5d871dd53f58","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","kind":"clause","marks":"[]","parent_id":"f3370f90-31d0-4231-825c-0ab0a092d266","position":2,"role":"proposal","rows":"[]","section_id":null,"version":0}','b5e00b2226ea71e7e992f2c7b32b8d9a');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,0,'arguments','',NULL,'{"at":"10:00:00","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","present":["080128e7-d8d6-4348-b0d6-12053bb44685","8f4d2cb3-f537-432c-98b5-6187ba44abff","73bc92c7-dfe0-4657-950b-4155e4df89b0"],"serving":[["73bc92c7-dfe0-4657-950b-4155e4df89b0","7489436a-1dbe-4528-9285-0a1103fa4694"]]}','8ed5daebbde17a86b5b2dd3ffb2fed1c');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,1,'meeting','d24a9888-8956-41f8-8136-06da26a43e0d','{"approval_date":null,"approval_place":"","body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"d24a9888-8956-41f8-8136-06da26a43e0d","notices":"[]","opened_at":null,"others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","starts":"10:00:00","state":"planned","version":0}','{"approval_date":null,"approval_place":"","body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"d24a9888-8956-41f8-8136-06da26a43e0d","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","starts":"10:00:00","state":"open","version":1}','da5456b42fc12682960be72e13e3d43a');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,2,'section','7f410f44-a6a7-4d16-a45b-103d1cc59468',NULL,'{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","heading":"","id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":null,"outcome":null,"position":1,"state":"open","version":0,"year":2026}','00c8c5ebddb6e6290cd9930295751bce');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,3,'presence_event','2506814d-a08a-478e-9a3b-35eec0c121c0',NULL,'{"anchor":"before","at":null,"id":"2506814d-a08a-478e-9a3b-35eec0c121c0","kind":"arrives","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","person_id":"080128e7-d8d6-4348-b0d6-12053bb44685","position":1,"section_id":null,"serves_for_id":null,"version":0}','3e29d114bad5da5319f9c27328197466');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,4,'presence_event','48a6089b-0814-4e90-b559-096aa9157fbb',NULL,'{"anchor":"before","at":null,"id":"48a6089b-0814-4e90-b559-096aa9157fbb","kind":"arrives","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","person_id":"8f4d2cb3-f537-432c-98b5-6187ba44abff","position":2,"section_id":null,"serves_for_id":null,"version":0}','bdde0f207e57acf11267fb7efed7a84b');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,5,'presence_event','919b9e17-4c07-45f3-a0f0-a3bfcf664aee',NULL,'{"anchor":"before","at":null,"id":"919b9e17-4c07-45f3-a0f0-a3bfcf664aee","kind":"arrives","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","person_id":"73bc92c7-dfe0-4657-950b-4155e4df89b0","position":3,"section_id":null,"serves_for_id":null,"version":0}','7bcb46ef2cf240c122754097ae4ea52b');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',6,6,'presence_event','97148737-4f36-4715-add7-4b8e92695e99',NULL,'{"anchor":"before","at":null,"id":"97148737-4f36-4715-add7-4b8e92695e99","kind":"serves_for","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","person_id":"73bc92c7-dfe0-4657-950b-4155e4df89b0","position":4,"section_id":null,"serves_for_id":"7489436a-1dbe-4528-9285-0a1103fa4694","version":0}','b186fcb3524183ee6c190a90ad5b2966');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',7,0,'arguments','',NULL,'{"outcome":"approved","section_id":"7f410f44-a6a7-4d16-a45b-103d1cc59468"}','59168cea52701be8f161192b16b303e2');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',7,1,'section','7f410f44-a6a7-4d16-a45b-103d1cc59468','{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","heading":"","id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":null,"outcome":null,"position":1,"state":"open","version":0,"year":2026}','{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","heading":"","id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":null,"outcome":"approved","position":1,"state":"decided","version":1,"year":2026}','2d69cc4fee7d5dd4d509430866f87020');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',7,2,'text_block','c36c4837-5a8b-435c-989d-f5b367ca51f1',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"Skärnämnden beslutar","id":"c36c4837-5a8b-435c-989d-f5b367ca51f1","item_id":null,"kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"decision","rows":"[]","section_id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","version":0}','19ecb312bab27fa48884c21bc6c8b587');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',7,3,'text_block','5a4ad2d8-29b7-4e0b-a974-4b4a2ff33525',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"bevilja bidraget.","id":"5a4ad2d8-29b7-4e0b-a974-4b4a2ff33525","item_id":null,"kind":"clause","marks":"[]","parent_id":"c36c4837-5a8b-435c-989d-f5b367ca51f1","position":2,"role":"decision","rows":"[]","section_id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","version":0}','3c8a34075e0491c6af3740f8271c6ccf');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',8,0,'arguments','',NULL,'{"at":"11:00:00","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d"}','db6e01dfd263a339177bdf42b63994af');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',8,1,'section','7f410f44-a6a7-4d16-a45b-103d1cc59468','{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","heading":"","id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":null,"outcome":"approved","position":1,"state":"decided","version":1,"year":2026}','{"body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","heading":"","id":"7f410f44-a6a7-4d16-a45b-103d1cc59468","item_id":"ab34979c-3e4c-4cd3-b097-a72bed93b100","meeting_id":"d24a9888-8956-41f8-8136-06da26a43e0d","number":1,"outcome":"approved","position":1,"state":"decided","version":2,"year":2026}','8adfa136249c811f39e5e28481e2594a');
INSERT INTO "journal_image" VALUES('28e3d74c-e801-4d86-9f75-5ae7459c93d6',8,2,'meeting','d24a9888-8956-41f8-8136-06da26a43e0d','{"approval_date":null,"approval_place":"","body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"d24a9888-8956-41f8-8136-06da26a43e0d","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","starts":"10:00:00","state":"open","version":1}','{"approval_date":null,"approval_place":"","body_id":"e7841fdb-26c9-4de9-ac7b-087276d57a8e","called_at":null,"closed_at":"11:00:00","day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"d24a9888-8956-41f8-8136-06da26a43e0d","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","starts":"10:00:00","state":"closed","version":2}','f7c163f162bf9c2ac2a8e3e021f34c41');
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
	elected_order INTEGER NOT NULL, 
	CONSTRAINT pk_mandate PRIMARY KEY (id), 
	CONSTRAINT ck_mandate_from_before_to CHECK (valid_to >= valid_from), 
	CONSTRAINT fk_mandate_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_mandate_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "mandate" VALUES('5e634468-70ae-466e-b087-9cec9330b562',0,'080128e7-d8d6-4348-b0d6-12053bb44685','e7841fdb-26c9-4de9-ac7b-087276d57a8e','chair','S','2026-01-01',NULL,NULL,1);
INSERT INTO "mandate" VALUES('aa710229-8619-4844-bf63-7cf6bbfa439f',0,'8f4d2cb3-f537-432c-98b5-6187ba44abff','e7841fdb-26c9-4de9-ac7b-087276d57a8e','member','C','2026-01-01',NULL,NULL,2);
INSERT INTO "mandate" VALUES('e75c4016-31b5-496e-84e8-45542c67761e',0,'7489436a-1dbe-4528-9285-0a1103fa4694','e7841fdb-26c9-4de9-ac7b-087276d57a8e','member','M','2026-01-01',NULL,NULL,3);
INSERT INTO "mandate" VALUES('585edf8d-a275-4992-baea-d0212548fba7',0,'73bc92c7-dfe0-4657-950b-4155e4df89b0','e7841fdb-26c9-4de9-ac7b-087276d57a8e','substitute','M','2026-01-01',NULL,NULL,1);
CREATE TABLE matter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	external_diary_number TEXT COLLATE swedish NOT NULL, 
	CONSTRAINT pk_matter PRIMARY KEY (id)
);
INSERT INTO "matter" VALUES('89b6a58a-d3b6-42ef-b58a-a6e12eca38ca',0,'Bidrag till hamnen','26SK1','');
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
	approval_date TEXT, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT ck_meeting_ends_after_it_begins CHECK (end_day >= day), 
	CONSTRAINT fk_meeting_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
INSERT INTO "meeting" VALUES('d24a9888-8956-41f8-8136-06da26a43e0d',2,'e7841fdb-26c9-4de9-ac7b-087276d57a8e','2026-09-10',NULL,'10:00:00',NULL,'Sal Bojen','closed','Ada','nämndsekreterare','','','[]','[]','[]',NULL,'10:00:00','11:00:00','',NULL);
CREATE TABLE paper (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	pdf_sha TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	tree_sha TEXT, 
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
INSERT INTO "person" VALUES('080128e7-d8d6-4348-b0d6-12053bb44685',0,'Karin','Ek','','');
INSERT INTO "person" VALUES('8f4d2cb3-f537-432c-98b5-6187ba44abff',0,'Olle','Sand','','');
INSERT INTO "person" VALUES('7489436a-1dbe-4528-9285-0a1103fa4694',0,'Mia','Frid','','');
INSERT INTO "person" VALUES('73bc92c7-dfe0-4657-950b-4155e4df89b0',0,'Bo','Gran','','');
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
	at TEXT, 
	CONSTRAINT pk_presence_event PRIMARY KEY (id), 
	CONSTRAINT ck_presence_event_only_who_serves_takes_a_seat CHECK (serves_for_id IS NULL OR kind = 'serves_for'), 
	CONSTRAINT fk_presence_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_presence_event_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_presence_event_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_presence_event_serves_for_id FOREIGN KEY(serves_for_id) REFERENCES person (id)
);
INSERT INTO "presence_event" VALUES('2506814d-a08a-478e-9a3b-35eec0c121c0',0,'d24a9888-8956-41f8-8136-06da26a43e0d','080128e7-d8d6-4348-b0d6-12053bb44685','arrives',1,NULL,'before',NULL,NULL);
INSERT INTO "presence_event" VALUES('48a6089b-0814-4e90-b559-096aa9157fbb',0,'d24a9888-8956-41f8-8136-06da26a43e0d','8f4d2cb3-f537-432c-98b5-6187ba44abff','arrives',2,NULL,'before',NULL,NULL);
INSERT INTO "presence_event" VALUES('919b9e17-4c07-45f3-a0f0-a3bfcf664aee',0,'d24a9888-8956-41f8-8136-06da26a43e0d','73bc92c7-dfe0-4657-950b-4155e4df89b0','arrives',3,NULL,'before',NULL,NULL);
INSERT INTO "presence_event" VALUES('97148737-4f36-4715-add7-4b8e92695e99',0,'d24a9888-8956-41f8-8136-06da26a43e0d','73bc92c7-dfe0-4657-950b-4155e4df89b0','serves_for',4,'7489436a-1dbe-4528-9285-0a1103fa4694','before',NULL,NULL);
CREATE TABLE recipient (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	manner TEXT NOT NULL, 
	CONSTRAINT pk_recipient PRIMARY KEY (id), 
	CONSTRAINT fk_recipient_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
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
	outcome TEXT, 
	CONSTRAINT pk_section PRIMARY KEY (id), 
	CONSTRAINT ck_section_number_is_positive CHECK (number > 0), 
	CONSTRAINT fk_section_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_section_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT fk_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_section_body_id_year_number UNIQUE (body_id, year, number)
);
INSERT INTO "section" VALUES('7f410f44-a6a7-4d16-a45b-103d1cc59468',2,'d24a9888-8956-41f8-8136-06da26a43e0d','e7841fdb-26c9-4de9-ac7b-087276d57a8e',2026,1,'','ab34979c-3e4c-4cd3-b097-a72bed93b100',1,'decided','approved');
CREATE TABLE setting (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT uq_setting_key UNIQUE ("key")
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
	secrecy_ground TEXT, 
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
INSERT INTO "text_block" VALUES('f3370f90-31d0-4231-825c-0ab0a092d266',0,'proposal','decider',1,'ab34979c-3e4c-4cd3-b097-a72bed93b100',NULL,NULL,NULL,'Skärnämnden beslutar',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('d9837d47-ce94-4cfc-b7f9-5d871dd53f58',0,'proposal','clause',2,'ab34979c-3e4c-4cd3-b097-a72bed93b100',NULL,'f3370f90-31d0-4231-825c-0ab0a092d266',NULL,'bevilja bidraget.',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('c36c4837-5a8b-435c-989d-f5b367ca51f1',0,'decision','decider',1,NULL,'7f410f44-a6a7-4d16-a45b-103d1cc59468',NULL,'Skärnämnden beslutar',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
INSERT INTO "text_block" VALUES('5a4ad2d8-29b7-4e0b-a974-4b4a2ff33525',0,'decision','clause',2,NULL,'7f410f44-a6a7-4d16-a45b-103d1cc59468','c36c4837-5a8b-435c-989d-f5b367ca51f1','bevilja bidraget.',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
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
COMMIT;
