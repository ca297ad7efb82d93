namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>What guessing programs try first, as far as it is long enough to be accepted otherwise.</summary>
internal static class CommonPasswords
{
    internal static readonly string[] List =
    [
        "password1234", "password12345", "password123456", "password1234!", "passwordpassword", "password123!", "passw0rd1234", "p@ssw0rd1234",
        "p@ssword1234", "p@ssw0rd123!", "mypassword123", "newpassword123", "password2023", "password2024", "password2025", "password2026",
        "password2026!", "password2025!", "password2024!", "qwertyuiop12", "qwertyuiop123", "qwertyuiop[]", "qwerty123456", "qwerty1234567",
        "qwerty12345678", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "zaq12wsxcde3", "qazwsxedcrfv", "asdfghjkl123",
        "asdfghjkl1234", "zxcvbnm12345", "123456789012", "1234567890123", "12345678901234", "123456789123", "123123123123", "121212121212",
        "987654321098", "098765432109", "0123456789012", "123456123456", "abcdefghijkl", "abcdefghijklm", "abcdefgh1234", "abcd12345678",
        "abc123abc123", "abcdef123456", "a123456789012", "iloveyou1234", "iloveyou12345", "iloveyouforever", "iloveyousomuch", "letmein12345",
        "letmein123456", "welcome12345", "welcome123456", "welcome1234!", "welcome2024!", "welcome2025!", "welcome2026!", "changeme1234",
        "changeme123!", "changemenow!", "administrator", "administrator1", "admin1234567", "admin12345678", "admin123456789", "adminadmin123",
        "adminadminadmin", "rootrootroot", "superuser123", "football1234", "football12345", "baseball1234", "basketball12", "basketball123",
        "princess1234", "sunshine1234", "superman1234", "batman123456", "dragon123456", "monkey123456", "master123456", "shadow123456",
        "michael12345", "jennifer1234", "jordan123456", "trustno1trustno1", "starwars1234", "pokemon12345", "liverpool123", "liverpool1234",
        "manchesterunited", "chelsea12345", "arsenal12345", "whateverwhatever", "computer1234", "internet1234", "samsung12345", "google123456",
        "facebook1234", "linkedin1234", "microsoft123", "summer2024!!", "summer2025!!", "summer2026!!", "winter2024!!", "winter2025!!",
        "winter2026!!", "spring2026!!", "autumn2026!!", "january2026!", "monday123456", "october2025!", "testtesttest", "testing12345",
        "test12345678", "test123456789", "temppassword", "temporary123", "default12345", "secret123456", "secretsecret", "supersecret1",
        "supersecret123", "correcthorsebatterystaple", "correct horse battery staple", "iswitchroofs", "iswitchroofs1", "iswitchroofs123", "roofing12345", "roofing123456",
        "detroit12345", "michigan1234", "michigan12345", "godisgreat123", "jesuschrist1", "jesus1234567", "blessed12345", "family123456",
        "loveyou12345", "lovelovelove", "babygirl1234", "hellohello12", "hello1234567", "helloworld123", "goodmorning1", "thankyou1234",
    ];
}
